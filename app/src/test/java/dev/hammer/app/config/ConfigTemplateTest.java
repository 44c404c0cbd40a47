package dev.hammer.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.Catalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTemplateTest {
  private static final Pattern KEY = Pattern.compile("^( *)# ([a-z_0-9]+: .*)$");

  @TempDir private Path folder;

  @Test
  void itIsValidAsItStandsAndMeansWhatNoFileMeans() {
    LoadedConfig loaded = load(ConfigTemplate.of(Catalogue.infos()));

    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.configuration().sha256())
        .isEqualTo(ConfigLoader.defaults(Catalogue.infos()).sha256());
  }

  @Test
  void everyLineCanBePutInForce() {
    List<String> lines = ConfigTemplate.of(Catalogue.infos()).lines().toList();
    String whole =
        lines.stream()
            .map(line -> KEY.matcher(line).replaceAll("$1$2"))
            .collect(Collectors.joining("\n"));
    long keys = lines.stream().filter(line -> KEY.matcher(line).matches()).count();

    LoadedConfig loaded = load(whole);

    assertThat(loaded.errors()).isEmpty();
    assertThat(loaded.configuration().settings())
        .filteredOn(setting -> setting.origin() instanceof Origin.InFile)
        .hasSize(Math.toIntExact(keys))
        .hasSizeGreaterThan(25);
  }

  @Test
  void everyKeyInUseIsThere() {
    String text = ConfigTemplate.of(Catalogue.infos());

    assertThat(new ConfigReference(Catalogue.infos()).keys().stream().filter(ReferenceKey::used))
        .allSatisfy(
            key ->
                assertThat(text)
                    .contains(key.key().substring(key.key().lastIndexOf('.') + 1) + ": "));
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).doesNotEndWith(" "));
  }

  private LoadedConfig load(String text) {
    return ConfigLoader.load(
        new Desk(folder).with("hammer.yaml", text).sources(), Catalogue.infos());
  }
}
