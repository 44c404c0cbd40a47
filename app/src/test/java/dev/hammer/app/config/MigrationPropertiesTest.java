package dev.hammer.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever keys a configuration has, however they are written: afterwards it means the same. */
class MigrationPropertiesTest {
  private static final List<CheckInfo> CHECKS = Catalogue.infos();

  /** Ways to write values that Hammer writes otherwise, and keys it does not know. */
  private static final Map<String, String> ODD =
      Map.ofEntries(
          Map.entry("s3_bucket_acl.enabled", "\"FALSE\""),
          Map.entry("user_keysrotation.rotation_criteria_days", "\"30\""),
          Map.entry("user_inactivekeys.inactive_criteria_days", "null"),
          Map.entry("public_ami_issues.slack_lable", "\"Images \\u00e9\\u2028: #1\""),
          Map.entry("public_ami_issues.enabled", "false"),
          Map.entry("jira.issue_type", "\"\""),
          Map.entry("colour", "{\"of\": [\"green\", 7, true]}"),
          Map.entry("redshift_logging.enabled", "true"),
          Map.entry("s3_encryption.shade", "\"dark\\nlight\""),
          Map.entry("slack.channels", "{\"#a\": [\"^x: *$\", \"\\\\d+\"], \"#b\": []}"),
          Map.entry("sqs_public_access.accounts", "[]"),
          Map.entry("aws.accounts", "{\"012345678901\": \"yes\", \"222222222222\": \"- a\"}"));

  private static Path folder = Path.of("");

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("hammer-migration");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Property(tries = 150)
  void theMigratedConfigurationMeansTheSame(@ForAll("files") String config) throws IOException {
    Desk desk = new Desk(folder).with("config.json", config);
    Files.deleteIfExists(desk.path("hammer.yaml"));
    Migration migration = Migration.of(desk.sources(), Path.of("config.json"), CHECKS);
    assertThat(migration.loaded().errors()).isEmpty();

    Migrated migrated = migration.make();
    migrated.writeTo(desk.path("hammer.yaml"));

    LoadedConfig after = ConfigLoader.load(desk.sources(), CHECKS);
    assertThat(after.errors()).isEmpty();
    assertThat(after.configuration().aws()).isEqualTo(migration.loaded().configuration().aws());
    assertThat(Migration.meaning(after.configuration()))
        .isEqualTo(Migration.meaning(migration.loaded().configuration()));
  }

  @Provide
  Arbitrary<String> files() {
    ConfigReference reference = new ConfigReference(CHECKS);
    Map<String, String> usual = new TreeMap<>();
    Stream.concat(
            reference.keys().stream().filter(key -> !key.key().startsWith("CHECK.")),
            CHECKS.stream().flatMap(check -> reference.keys(check.id()).stream()))
        .filter(key -> !key.key().startsWith("ec2_public_ami.")) // here by its old name
        .filter(key -> !key.key().endsWith("table_name")) // one example for all would be shared
        .forEach(key -> usual.put(key.key(), json(key.example())));
    Arbitrary<List<String>> some =
        Arbitraries.of(usual.keySet()).list().uniqueElements().ofMaxSize(60);
    Arbitrary<List<String>> odd =
        Arbitraries.of(new TreeMap<>(ODD).keySet()).list().uniqueElements();
    return Combinators.combine(some, odd, Arbitraries.of(true, false))
        .as(
            (keys, strange, isNested) -> {
              Map<String, String> all = new TreeMap<>();
              keys.forEach(key -> all.put(key, usual.getOrDefault(key, "null")));
              strange.forEach(key -> all.put(key, ODD.getOrDefault(key, "null")));
              return isNested ? nested(all) : dotted(all);
            });
  }

  private static String dotted(Map<String, String> keys) {
    List<String> members = new ArrayList<>();
    keys.forEach((key, value) -> members.add("\"" + key + "\": " + value));
    return "{" + String.join(",\n", members) + "}";
  }

  private static String nested(Map<String, String> keys) {
    Map<String, List<String>> sections = new TreeMap<>();
    keys.forEach(
        (key, value) -> {
          int dot = key.indexOf('.');
          String section = dot < 0 ? "" : key.substring(0, dot);
          sections
              .computeIfAbsent(section, _ -> new ArrayList<>())
              .add("\"" + key.substring(dot + 1) + "\": " + value);
        });
    List<String> members = new ArrayList<>();
    sections.forEach(
        (section, inner) ->
            members.add(
                section.isEmpty()
                    ? String.join(", ", inner)
                    : "\"" + section + "\": {" + String.join(", ", inner) + "}"));
    return "{" + String.join(",\n", members) + "}";
  }

  private static String json(String yaml) {
    Value value = YamlTree.read(yaml, "example", new Problems()).value();
    return JsonText.write(value);
  }
}
