package dev.hammer.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.value.Value;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfigReferenceTest {
  @TempDir private Path folder;

  static Stream<ReferenceKey> everyKey() {
    List<CheckInfo> checks = Catalogue.infos();
    ConfigReference reference = new ConfigReference(checks);
    return Stream.concat(
        reference.keys().stream().filter(key -> !key.key().startsWith("CHECK.")),
        checks.stream().flatMap(check -> reference.keys(check.id()).stream()));
  }

  @Test
  void whatIsDeclaredIsWhatIsRead() {
    Document document = new Document(Node.Fields.empty(Position.wholeOf("-")), new Problems());
    new ConfigReader(document, Catalogue.infos(), false, new Desk(folder).sources()).read();
    Set<String> read =
        document.known().stream()
            .filter(key -> !SectionNames.all().contains(key))
            .collect(Collectors.toCollection(TreeSet::new));

    Set<String> declared = everyKey().map(ReferenceKey::key).collect(Collectors.toSet());
    assertThat(new TreeSet<>(declared)).isEqualTo(read);
  }

  @ParameterizedTest
  @MethodSource("everyKey")
  void everyExampleCanBeWritten(ReferenceKey key) {
    LoadedConfig loaded =
        ConfigLoader.load(
            new Desk(folder).with("hammer.yaml", key.key() + ": " + key.example() + "\n").sources(),
            Catalogue.infos());

    assertThat(loaded.errors()).isEmpty();
    assertThat(loaded.configuration().settings())
        .filteredOn(setting -> setting.key().equals(key.key()))
        .hasSize(1)
        .allSatisfy(setting -> assertThat(setting.origin()).isInstanceOf(Origin.InFile.class));
  }

  @ParameterizedTest
  @MethodSource("everyKey")
  void everyDefaultIsTheOneInForce(ReferenceKey key) {
    EffectiveSetting inForce =
        ConfigLoader.defaults(Catalogue.infos()).settings().stream()
            .filter(setting -> setting.key().equals(key.key()))
            .findFirst()
            .orElse(new EffectiveSetting(key.key(), Value.absent(), Origin.DEFAULT, false));

    if (key.used()) {
      assertThat(inForce.value()).isEqualTo(key.fallback());
    }
    assertThat(key.about()).endsWith(".");
    assertThat(key.form()).isNotBlank();
  }

  @Test
  void aSectionOfACheckHoldsTheKeysOfAllChecksAndItsOwn() {
    assertThat(new ConfigReference(Catalogue.infos()).keys("s3_encryption"))
        .extracting(ReferenceKey::key)
        .contains("s3_encryption.enabled", "s3_encryption.required_algorithm")
        .noneMatch(key -> key.startsWith("CHECK"));
  }

  @Test
  void aSecretIsNoMoreThanNamed() {
    assertThat(new ConfigReference(Catalogue.infos()).keys("aws.external_id"))
        .singleElement()
        .satisfies(key -> assertThat(key.fallback()).isEqualTo(Value.absent()));
  }
}
