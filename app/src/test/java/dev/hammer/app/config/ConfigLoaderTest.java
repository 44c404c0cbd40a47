package dev.hammer.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
  @TempDir private Path folder;
  private Desk desk = new Desk(Path.of(""));

  @BeforeEach
  void emptyDesk() {
    desk = new Desk(folder);
  }

  @Test
  void nothingConfiguredMeansEveryCheckIsOnWithItsDefaults() {
    LoadedConfig loaded = desk.load();

    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.file()).isEmpty();
    Configuration defaults = ConfigLoader.defaults(SampleChecks.ALL);
    assertThat(loaded.configuration().settings()).isEqualTo(defaults.settings());
    assertThat(loaded.configuration().sha256()).isEqualTo(defaults.sha256());
    assertThat(loaded.configuration().checks())
        .hasSize(13)
        .allMatch(CheckSection::enabled)
        .allMatch(check -> check.covers(AccountId.of("111111111111")))
        .noneMatch(check -> check.reporting() || check.remediation())
        .allMatch(check -> check.retention().equals(Duration.ofDays(365)));
    assertThat(loaded.configuration().aws().regions()).isEmpty();
  }

  @Test
  void filesAreLookedForInOrderAndTheFirstWins() {
    desk.with("../etc/hammer/hammer.yaml", "bu_list: [etc]");
    assertThat(source(Map.of())).isEqualTo("etc");
    desk.with("../home/.config/hammer/hammer.yaml", "bu_list: [home]");
    assertThat(source(Map.of())).isEqualTo("home");
    desk.with("hammer.json", "{\"bu_list\": [\"json\"]}");
    assertThat(source(Map.of())).isEqualTo("json");
    desk.with("hammer.yml", "bu_list: [yml]");
    assertThat(source(Map.of())).isEqualTo("yml");
    desk.with("hammer.yaml", "bu_list: [yaml]");
    assertThat(source(Map.of())).isEqualTo("yaml");
    desk.with("other.yaml", "bu_list: [other]");
    assertThat(source(Map.of("HAMMER_CONFIG", "other.yaml"))).isEqualTo("other");
    assertThat(source(Map.of("HAMMER_CONFIG", ""))).isEqualTo("yaml");
    desk.with("named.yaml", "bu_list: [named]");
    assertThat(
            words(
                desk.load(
                    desk.sources(Map.of("HAMMER_CONFIG", "other.yaml"))
                        .withConfig(Path.of("named.yaml")))))
        .isEqualTo("named");
  }

  @Test
  void xdgConfigHomeReplacesTheUsualFolderUnlessItIsRelative() {
    desk.with("../home/.config/hammer/hammer.yaml", "bu_list: [home]")
        .with("../xdg/hammer/hammer.yaml", "bu_list: [xdg]");
    String xdg = folder.resolve("xdg").toString();

    assertThat(source(Map.of("XDG_CONFIG_HOME", xdg))).isEqualTo("xdg");
    assertThat(source(Map.of("XDG_CONFIG_HOME", "xdg"))).isEqualTo("home");
  }

  @Test
  void predecessorsFileIsReadOnlyWhenNamed() {
    desk.with("config.json", "{\"s3_bucket_acl\": {}}");

    assertThat(desk.load().file()).isEmpty();
    assertThat(desk.loadPredecessor().file()).contains(desk.path("config.json"));
  }

  @Test
  void sectionsThatAPredecessorsFileLeavesOutAreOffAndNamedInOneLine() {
    desk.with("config.json", "{\"s3_bucket_acl\": {}, \"public_ami_issues\": {}}");

    LoadedConfig loaded = desk.loadPredecessor();

    assertThat(enabled(loaded)).containsExactly("ec2_public_ami", "s3_bucket_acl");
    assertThat(Desk.lines(loaded))
        .containsExactly(
            "config.json: warning: off, because they have no section: cloudtrails,"
                + " ebs_public_snapshot, ebs_unencrypted_volume, rds_encryption,"
                + " rds_public_snapshot, s3_bucket_policy, s3_encryption,"
                + " secgrp_unrestricted_access, sqs_public_access, user_inactivekeys,"
                + " user_keysrotation; add a section to turn a check on");
  }

  @Test
  void sectionsThatOurOwnFileLeavesOutAreOn() {
    desk.with("hammer.yaml", "s3_bucket_acl: {enabled: false}\ncloudtrails:\n");

    LoadedConfig loaded = desk.load();

    assertThat(enabled(loaded)).hasSize(12).doesNotContain("s3_bucket_acl");
    assertThat(loaded.problems()).isEmpty();
  }

  @Test
  void optionGoesBeforeEnvironmentBeforeFile() {
    desk.with("hammer.yaml", "store: 'sqlite:file.db'\naws: {region: eu-west-1}");
    ConfigSources environment =
        desk.sources(
            Map.of("HAMMER_STORE", "sqlite:environment.db", "AWS_DEFAULT_REGION", "us-east-1"));

    assertThat(shown(desk.load(), "store")).isEqualTo("sqlite:file.db from hammer.yaml:1");
    assertThat(shown(desk.load(environment), "store"))
        .isEqualTo("sqlite:environment.db from environment HAMMER_STORE");
    assertThat(shown(desk.load(environment.withStore("sqlite:option.db")), "store"))
        .isEqualTo("sqlite:option.db from option --store");
    assertThat(shown(desk.load(environment), "aws.region"))
        .isEqualTo("us-east-1 from environment AWS_DEFAULT_REGION");
    assertThat(desk.load(environment).configuration().aws().region())
        .contains(Region.of("us-east-1"));
  }

  @Test
  void dotsAndNestingMeanTheSame() {
    desk.with(
        "hammer.yaml",
        """
        s3_bucket_acl: {ddb.table_name: one}
        s3_bucket_policy: {ddb: {table_name: two}}
        s3_encryption.ddb.table_name: three
        """);

    LoadedConfig loaded = desk.load();

    assertThat(loaded.problems()).isEmpty();
    assertThat(
            List.of("s3_bucket_acl", "s3_bucket_policy", "s3_encryption").stream()
                .map(id -> loaded.configuration().check(id).orElseThrow().table()))
        .containsExactly("one", "two", "three")
        .hasSize(3);
  }

  @Test
  void settingsReachTheCheck() {
    desk.with("hammer.yaml", "user_inactivekeys: {inactive_criteria_days: 7, with_root: true}");

    CheckSection section = desk.load().configuration().check("user_inactivekeys").orElseThrow();

    assertThat(section.settings().get(SampleChecks.INACTIVE)).isEqualTo(7);
    assertThat(section.settings().get(SampleChecks.WITH_ROOT)).isTrue();
  }

  @Test
  void scopeOfACheckIsItsAccountsWithoutTheIgnored() {
    desk.with(
        "hammer.yaml",
        """
        s3_bucket_acl:
          accounts: [111111111111, 222222222222]
          ignore_accounts: [222222222222]
        """);

    CheckSection section = desk.load().configuration().check("s3_bucket_acl").orElseThrow();

    assertThat(section.covers(AccountId.of("111111111111"))).isTrue();
    assertThat(section.covers(AccountId.of("222222222222"))).isFalse();
    assertThat(section.covers(AccountId.of("333333333333"))).isFalse();
  }

  @Test
  void hashFollowsTheValuesAndNothingElse() {
    String bare = desk.load().configuration().sha256();
    String same = hash("# a comment\ns3_bucket_acl:\n  enabled: true\n");
    String other = hash("s3_bucket_acl: {enabled: false}");
    String secret = hash("aws: {external_id: abc}");
    String otherSecret = hash("aws: {external_id: abd}");

    assertThat(bare).matches("[0-9a-f]{64}").isEqualTo(same);
    assertThat(List.of(bare, other, secret, otherSecret)).doesNotHaveDuplicates();
  }

  @Test
  void secretIsNeverShown() {
    desk.with("hammer.yaml", "aws: {external_id: correct-horse}");
    LoadedConfig loaded = desk.load();

    assertThat(loaded.configuration().aws().externalId()).contains("correct-horse");
    assertThat(loaded.configuration().toString()).doesNotContain("correct-horse");
    assertThat(ConfigShow.document(loaded, ConfigShow.rows(loaded)).toString())
        .doesNotContain("correct-horse")
        .contains("(hidden)");
  }

  @Test
  void rowsOfOneKeyAreThoseBelowIt() {
    assertThat(ConfigShow.rows(desk.load(), "user_inactivekeys.ddb"))
        .extracting(EffectiveSetting::key)
        .containsExactly("user_inactivekeys.ddb.table_name");
    assertThat(ConfigShow.rows(desk.load(), "user_inactive")).isEmpty();
  }

  @Test
  void brokenFileStillGivesDefaultsAndOnlyItsOwnProblem() {
    desk.with("hammer.yaml", "aws: [");

    LoadedConfig loaded = desk.load();

    assertThat(loaded.problems()).hasSize(1).allMatch(Problem::isError);
    assertThat(loaded.configuration().checks())
        .extracting(CheckSection::check)
        .containsExactlyElementsOf(SampleChecks.ALL.stream().map(CheckInfo::id).sorted().toList());
  }

  @Test
  void fileThatIsNamedButNotThereIsAnErrorThatNamesWhoNamedIt() {
    desk.with("hammer.yaml", "");

    assertThat(Desk.lines(desk.load(desk.sources().withConfig(Path.of("no/such.yaml")))))
        .containsExactly("no/such.yaml: error: there is no such file; correct --config");
    assertThat(Desk.lines(desk.load(desk.sources(Map.of("HAMMER_CONFIG", "/no/such.yaml")))))
        .containsExactly("/no/such.yaml: error: there is no such file; correct HAMMER_CONFIG");
  }

  @Test
  void folderInPlaceOfAFileIsAnErrorAndNothingElseIsTried() {
    desk.with("hammer.yaml/x", "").with("hammer.json", "{}");

    assertThat(Desk.lines(desk.load()))
        .containsExactly("hammer.yaml: error: cannot read it: it is a folder; name a file");
  }

  @Test
  void linkToNothingIsAnErrorAndNotTheDefaults() throws IOException {
    Files.createSymbolicLink(desk.with("x", "").path("hammer.yaml"), Path.of("gone.yaml"));

    assertThat(Desk.lines(desk.load()))
        .containsExactly("hammer.yaml: error: cannot read it: there is no such file; name another");
  }

  @Test
  void fileThatIsNotUtf8IsAnErrorAtItsByte() {
    desk.with("hammer.yaml", new byte[] {'#', (byte) 0xe9, '\n'});

    assertThat(Desk.lines(desk.load()))
        .containsExactly(
            "hammer.yaml:1:2: error: the byte 0xe9 is not UTF-8; save the file as UTF-8");
  }

  @Test
  void badValuesOfEnvironmentAndOptionAreToldByTheirNames() {
    ConfigSources sources =
        desk.sources(Map.of("AWS_REGION", "eu west 1")).withStore("mysql:hammer");

    assertThat(Desk.lines(desk.load(sources)))
        .containsExactly(
            "environment AWS_REGION: error: aws.region: \"eu west 1\" is no region;"
                + " write a region such as eu-west-1",
            "option --store: error: store: \"mysql:hammer\" is no store;"
                + " write sqlite:PATH or dynamodb:PREFIX");
  }

  @Test
  void expressionTooLongToCompileSafelyIsRefused() {
    desk.with("hammer.yaml", "slack: {ignore: ['" + "(".repeat(100_000) + "']}");

    assertThat(desk.load().errors())
        .singleElement()
        .extracting(Problem::message)
        .asString()
        .endsWith("is no regular expression: it is longer than 500 characters");
  }

  @Test
  void problemAsDocumentHasEveryField() {
    Problem problem = desk.with("hammer.yaml", "store: x").load().problems().getFirst();

    assertThat(ConfigShow.problem(problem))
        .isEqualTo(
            Value.fields()
                .put("file", "hammer.yaml")
                .put("line", 1)
                .put("column", 8)
                .put("key", "store")
                .put("level", "error")
                .put("message", "store: \"x\" is no store")
                .put("remedy", "write sqlite:PATH or dynamodb:PREFIX")
                .build());
  }

  private String source(Map<String, String> environment) {
    return words(desk.load(desk.sources(environment)));
  }

  private static String words(LoadedConfig loaded) {
    assertThat(loaded.problems()).isEmpty();
    String list = shown(loaded, "bu_list");
    return list.substring(2, list.indexOf("\"]"));
  }

  private static String shown(LoadedConfig loaded, String key) {
    EffectiveSetting row = ConfigShow.rows(loaded, key).getFirst();
    return ConfigShow.text(row) + " from " + row.origin().text();
  }

  private static List<String> enabled(LoadedConfig loaded) {
    return loaded.configuration().checks().stream()
        .filter(CheckSection::enabled)
        .map(CheckSection::check)
        .toList();
  }

  private String hash(String yaml) {
    return desk.with("hammer.yaml", yaml).load().configuration().sha256();
  }
}
