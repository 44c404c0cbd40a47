package dev.hammer.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each key: its default, a value, and a value it refuses. */
class KeysTest {
  private static final String NOT_SHOWN = "not shown";
  private static final String ACCOUNTS = "[\"111111111111\"]";

  @TempDir private Path folder;

  /**
   * One key.
   *
   * @param byDefault as {@code config show} prints it; keys without effect are shown when set
   * @param bad a value it refuses, and {@code refusal} a part of what is said of it
   */
  record Case(
      String key, String byDefault, String value, String shown, String bad, String refusal) {
    @Override
    public String toString() {
      return key;
    }
  }

  private static final String FLAG = "is neither true nor false";
  private static final String DIGITS = "account ids have 12 digits, not 3";

  static final List<Case> CASES =
      List.of(
          new Case(
              "aws.accounts",
              "{}",
              "{\"111111111111\": \"prod\"}",
              "{\"111111111111\":\"prod\"}",
              "{\"123\": \"prod\"}",
              "aws.accounts has key \"123\": account ids have 12 digits, not 3"),
          new Case(
              "aws.regions",
              "-",
              "[\"eu-west-1\"]",
              "[\"eu-west-1\"]",
              "[\"eu-west1\"]",
              "aws.regions[0]: \"eu-west1\" is no region"),
          new Case("aws.role_name_identification", "-", "\"reader\"", "reader", "\"a/b\"", "role"),
          new Case("aws.role_name_reporting", "-", "\"fixer\"", "fixer", "\"a/b\"", "role"),
          new Case(
              "aws.external_id",
              "-",
              "\"open sesame\"".replace(" ", "-"),
              "(hidden)",
              "\"x y\"",
              "aws.external_id is no external id"),
          new Case("aws.session_minutes", "60", "30", "30", "5", "5 is no number of minutes"),
          new Case("aws.main_account_id", "-", "\"111111111111\"", "111111111111", "123", DIGITS),
          new Case("aws.region", "-", "\"eu-west-1\"", "eu-west-1", "\"Ireland\"", "is no region"),
          new Case("aws.s3_backup_bucket", "-", "\"backups\"", "backups", "\"A_B\"", "bucket name"),
          new Case(
              "aws.organization_id",
              "-",
              "\"o-a1b2c3d4e5\"",
              "o-a1b2c3d4e5",
              "\"x\"",
              "organization id"),
          new Case("aws.organizations.enabled", "false", "true", "true", "\"on\"", FLAG),
          new Case(
              "aws.organizations.include",
              "[]",
              "[\"ou-ab12-cdef3456\", {\"match\": \"prod-*\", \"external_id\": \"x-42\"}]",
              "[\"ou:ou-ab12-cdef3456\",{\"external_id\":\"(hidden)\",\"match\":\"prod-*\"}]",
              "[{\"role_name_identification\": \"reader\"}]",
              "aws.organizations.include[0] has no match"),
          new Case(
              "aws.organizations.exclude",
              "[]",
              "[\"222222222222\", \"tag:hammer=off\"]",
              "[\"222222222222\",\"tag:hammer=off\"]",
              "[\"ou:sandbox\"]",
              "aws.organizations.exclude[0]: \"ou:sandbox\" names no accounts"),
          new Case(
              "aws.organizations.tags",
              "{}",
              "{\"env\": \"prod\", \"team\": [\"pay\", \"risk\"]}",
              "{\"env\":[\"prod\"],\"team\":[\"pay\",\"risk\"]}",
              "{\"env\": []}",
              "aws.organizations.tags.env has no value"),
          new Case(
              "aws.accepted_gaps",
              "[]",
              "[{\"account\": \"222222222222\", \"region\": \"eu-*\", \"service\": \"rds\","
                  + " \"reason\": \"sold\", \"expires\": \"2027-02-22\"}]",
              "[{\"account\":\"222222222222\",\"expires\":\"2027-02-22T00:00:00Z\","
                  + "\"reason\":\"sold\",\"region\":\"eu-*\",\"service\":\"rds\"}]",
              "[{\"account\": \"222222222222\", \"reason\": \"sold\"}]",
              "aws.accepted_gaps[0] has no expires"),
          new Case("trusted_accounts", "[]", ACCOUNTS, ACCOUNTS, "[123]", DIGITS),
          new Case(
              "store",
              "-",
              "\"sqlite:/tmp/h.db\"",
              "sqlite:/tmp/h.db",
              "\"mysql:x\"",
              "is no store"),
          new Case("*.enabled", "true", "false", "false", "1", FLAG),
          new Case("*.accounts", "-", ACCOUNTS, ACCOUNTS, "\"111111111111\"", "is a string"),
          new Case("*.ignore_accounts", "[]", ACCOUNTS, ACCOUNTS, "[123]", DIGITS),
          new Case("*.remediation_accounts", "-", ACCOUNTS, ACCOUNTS, "[123]", DIGITS),
          new Case("*.reporting", "false", "true", "true", "\"yes\"", FLAG),
          new Case("*.remediation", "false", "true", "true", "[]", "a list " + FLAG),
          new Case("*.remediation_retention_period", "365", "\"21\"", "21", "-1", "days"),
          new Case("*.ddb.table_name", "hammer-%s", "\"other\"", "other", "\"a b\"", "table name"),
          new Case("*.topic_name", "-", "\"topic\"", "topic", "\"arn:aws:sns:x\"", "topic name"),
          new Case("*.labels", "[]", "[\"a\"]", "[\"a\"]", "\"a\"", "write a list: [\"a\"]"),
          new Case("*.slack_label", "-", "\"Buckets\"", "Buckets", "[]", "not a text"),
          new Case("*.slack_lable", NOT_SHOWN, "\"Buckets\"", "Buckets", "[]", "not a text"),
          new Case("*.jira", NOT_SHOWN, "{\"enabled\": false}", "false", "7", FLAG),
          new Case("*.slack", NOT_SHOWN, "false", "false", "{\"enabled\": 7}", FLAG),
          new Case(
              "*.restricted_ports",
              "[22,3389]",
              "[22, 443]",
              "[22,443]",
              "[22, 70000]",
              "secgrp_unrestricted_access.restricted_ports[1]: 70000 is no port (0-65535)"),
          new Case("*.inactive_criteria_days", "45", "1", "1", "1.5", "days"),
          new Case("*.with_root", "false", "true", "true", "1", FLAG),
          new Case("*.rotation_criteria_days", "90", "\"10\"", "10", "\"ten\"", "days"),
          new Case("*.trusted_registrants", NOT_SHOWN, "[\"ACME\"]", "[\"ACME\"]", "1", "a number"),
          new Case(
              "*.known_ip_sources",
              NOT_SHOWN,
              "[\"192.0.2.0/24\"]",
              "[\"192.0.2.0/24\"]",
              "[\"here\"]",
              "address range"),
          new Case(
              "cronjobs.reporting",
              NOT_SHOWN,
              "\"55 * * * *\"",
              "55 * * * *",
              "\"* * * *\"",
              "it has 4 fields, not 5"),
          new Case(
              "cronjobs.remediation",
              NOT_SHOWN,
              "\"*/5 9-17 1,15 jan mon\"",
              "*/5 9-17 1,15 jan mon",
              "\"0 24 * * *\"",
              "\"24\" is no hour"),
          new Case("bu_list", NOT_SHOWN, "[\"retail\"]", "[\"retail\"]", "{}", "an object"),
          new Case(
              "whitelisting_procedure_url",
              NOT_SHOWN,
              "\"https://wiki.example.com/x\"",
              "https://wiki.example.com/x",
              "\"wiki\"",
              "is no address"),
          new Case("aws.ddb_backup.enabled", NOT_SHOWN, "true", "true", "1", FLAG),
          new Case("aws.ddb_backup.retention_days", NOT_SHOWN, "7", "7", "\"week\"", "days"),
          new Case(
              "api.ddb.table_name",
              NOT_SHOWN,
              "\"hammer-api\"",
              "hammer-api",
              "\"a\"",
              "table name"),
          new Case(
              "credentials.ddb.table_name",
              NOT_SHOWN,
              "\"hammer-c\"",
              "hammer-c",
              "[]",
              "not a table name"),
          new Case("jira.enabled", NOT_SHOWN, "false", "false", "\"on\"", FLAG),
          new Case(
              "jira.server",
              NOT_SHOWN,
              "\"https://jira.example.com\"",
              "https://jira.example.com",
              "\"https://lea:pass@jira.example.com\"",
              "jira.server holds credentials"),
          new Case("jira.issue_type", NOT_SHOWN, "\"Task\"", "Task", "[]", "not a text"),
          new Case(
              "jira.text_field_character_limit", NOT_SHOWN, "32767", "32767", "-1", "characters"),
          new Case("jira.risk_field_id", NOT_SHOWN, "\"x\"", "x", "[]", "not a text"),
          new Case("jira.risk_field_param", NOT_SHOWN, "\"x\"", "x", "[]", "not a text"),
          new Case("slack.enabled", NOT_SHOWN, "true", "true", "1", FLAG),
          new Case("slack.notify_default_owner", NOT_SHOWN, "true", "true", "1", FLAG),
          new Case(
              "slack.channels",
              NOT_SHOWN,
              "{\"#a\": [\"ERROR|WARN\"]}",
              "[\"#a\"]",
              "{\"#a\": [\"(\"]}",
              "is no regular expression"),
          new Case(
              "slack.ignore",
              NOT_SHOWN,
              "[\"x.*\"]",
              "[\"x.*\"]",
              "[\"*\"]",
              "is no regular expression"),
          new Case(
              "slack.default_channel", NOT_SHOWN, "\"#hammer\"", "#hammer", "[]", "not a text"),
          new Case(
              "slack.remediation_warning_days",
              NOT_SHOWN,
              "[14, 7, 2]",
              "[14,7,2]",
              "7",
              "write a list"),
          new Case("csv.enabled", NOT_SHOWN, "false", "false", "1", FLAG),
          new Case(
              "csv.schedule",
              NOT_SHOWN,
              "\"0 9 * * 1\"",
              "0 9 * * 1",
              "\"0 9 * * 8\"",
              "\"8\" is no day of the week"),
          new Case("csv.bucket", NOT_SHOWN, "\"reports\"", "reports", "\"B\"", "bucket name"),
          new Case("csv.slack_channel", NOT_SHOWN, "\"#prod\"", "#prod", "[]", "not a text"));

  static Stream<Case> cases() {
    return CASES.stream();
  }

  @Test
  void everyKeyHasACase() {
    Document document =
        new Document(Node.Fields.empty(Position.wholeOf("nothing")), new Problems());
    new ConfigReader(document, SampleChecks.ALL, false, new Desk(folder).sources()).read();

    Set<String> keys =
        document.known().stream()
            .filter(key -> !SectionNames.all().contains(key))
            .map(KeysTest::pattern)
            .collect(Collectors.toSet());
    assertThat(keys).containsExactlyInAnyOrderElementsOf(CASES.stream().map(Case::key).toList());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void absentKeyHasItsDefault(Case key) {
    Map<String, String> shown = shown(new Desk(folder).load());

    if (key.byDefault().equals(NOT_SHOWN)) {
      assertThat(shown).doesNotContainKey(path(key));
    } else {
      assertThat(shown)
          .containsEntry(path(key), key.byDefault().formatted("s3-public-bucket-acl") + " default");
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void valueIsReadFromYamlWithItsOrigin(Case key) {
    LoadedConfig loaded = load("hammer.yaml", key, key.value());

    assertThat(loaded.errors()).isEmpty();
    assertThat(shown(loaded)).containsEntry(path(key), key.shown() + " hammer.yaml:" + 1);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void valueIsReadFromJsonAlike(Case key) {
    LoadedConfig loaded = load("hammer.json", key, key.value());

    assertThat(loaded.errors()).isEmpty();
    assertThat(shown(loaded)).containsEntry(path(key), key.shown() + " hammer.json:" + 1);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void badValueIsAnErrorAtItsPlace(Case key) {
    LoadedConfig loaded = load("hammer.yaml", key, key.bad());

    assertThat(loaded.errors()).hasSize(1);
    Problem problem = loaded.errors().getFirst();
    assertThat(problem.text()).contains(key.refusal());
    assertThat(problem.line()).isEqualTo(1);
    assertThat(problem.key()).startsWith(path(key));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void keyWithoutValueIsAWarningAndTheDefaultHolds(Case key) {
    LoadedConfig loaded = load("hammer.yaml", key, "null");

    assertThat(loaded.errors()).isEmpty();
    assertThat(loaded.warnings())
        .extracting(Problem::message)
        .contains(path(key) + " has no value");
  }

  private LoadedConfig load(String file, Case key, String value) {
    StringBuilder text = new StringBuilder(value);
    for (String word : List.of(path(key).split("\\.", -1)).reversed()) {
      text.insert(0, "{\"" + word + "\": ").append("}");
    }
    return new Desk(folder).with(file, text.toString()).load();
  }

  private static Map<String, String> shown(LoadedConfig loaded) {
    return ConfigShow.rows(loaded).stream()
        .collect(
            Collectors.toMap(
                EffectiveSetting::key, s -> ConfigShow.text(s) + " " + s.origin().text()));
  }

  private static String pattern(String key) {
    String section = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
    return SectionNames.FIRST.contains(section) ? "*" + key.substring(section.length()) : key;
  }

  /** The key in a section that has it. */
  private static String path(Case key) {
    String section =
        switch (key.key()) {
          case "*.restricted_ports", "*.trusted_registrants", "*.known_ip_sources" ->
              "secgrp_unrestricted_access";
          case "*.inactive_criteria_days", "*.with_root" -> "user_inactivekeys";
          case "*.rotation_criteria_days" -> "user_keysrotation";
          default -> "s3_bucket_acl";
        };
    return key.key().replace("*", section);
  }
}
