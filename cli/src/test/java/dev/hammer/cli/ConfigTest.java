package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void sitDown() {
    shell = new Shell(folder);
  }

  @Test
  void everyProblemIsToldInOneGo() {
    shell
        .write(
            "hammer.yaml",
            """
            aws:
              accounts: {"11111111111": typo}
            secgrp_unrestricted_access:
              restricted_ports: [22, 70000]
            s3_bucket_acll:
              enabled: true
            colour: green
            """)
        .write("whitelist.json", "{\"s3_bucket_acl\": {\"222222222222\": \"logs-eu\"}}");

    Golden.assertScreens(
        "config-validate",
        shell.run("config", "validate"),
        shell.run("config", "validate", "-o", "json"),
        shell.run("config", "show"));
  }

  @Test
  void warningsAloneAreNoFailure() {
    shell.write("hammer.yaml", "colour: green\n");

    Shell.Ended ended = shell.run("config", "validate");

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).startsWith("hammer.yaml:1:1: warning:");
    assertThat(ended.err()).isEqualTo("/home/lea/hammer.yaml: 0 errors, 1 warning.\n");
  }

  @Test
  void noFileIsNoProblem() {
    Shell.Ended ended = shell.run("config", "validate");

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).startsWith("No configuration file, built-in defaults: 0 errors");
  }

  @Test
  void missingFileThatWasNamedIsAnError() {
    assertThat(shell.run("config", "validate", "-c", "nope.yaml").out())
        .contains("nope.yaml: error: there is no such file");
    assertThat(shell.with("HAMMER_CONFIG", "gone.yaml").run("config", "validate").code())
        .isEqualTo(2);
  }

  @Test
  void settingsAreShownWithTheirOrigin() {
    shell.write(
        "hammer.yaml",
        """
        aws:
          external_id: not-for-your-eyes
          regions: [eu-west-1, us-east-1]
        """);

    Golden.assertScreens(
        "config-show",
        shell.wide(100).run("config", "show", "aws", "--origin"),
        shell.wide(60).run("config", "show", "aws", "--origin"),
        shell.piped().run("config", "show", "aws", "--origin"),
        shell.wide(100).run("config", "show", "aws.regions", "-o", "json"),
        shell.run("config", "show", "user_inactivekeys.inactive_criteria_days"),
        shell.run("config", "show", "user_inactivekey"));
  }

  @Test
  void secretsAreHiddenEverywhere() {
    shell.write("hammer.yaml", "aws:\n  external_id: not-for-your-eyes\n");

    for (String format : new String[] {"text", "json", "id"}) {
      Shell.Ended ended = shell.run("config", "show", "--origin", "-v", "-o", format);
      assertThat(ended.out() + ended.err()).doesNotContain("not-for-your-eyes");
    }
    assertThat(shell.run("config", "show", "aws.external_id").out()).contains("(hidden)");
  }

  @Test
  void optionsAndEnvironmentAreOrigins() {
    assertThat(shell.run("config", "show", "store", "--origin", "--store", "sqlite:a.db").out())
        .contains("option --store");
    assertThat(
            shell
                .with("HAMMER_STORE", "sqlite:b.db")
                .run("config", "show", "store", "--origin")
                .out())
        .contains("environment HAMMER_STORE");
  }

  @Test
  void everyKeyIsExplained() {
    Golden.assertScreens(
        "config-reference",
        shell.run("config", "reference", "aws.session_minutes"),
        shell.wide(60).run("config", "reference", "s3_encryption"),
        shell.piped().run("config", "reference", "aws.organizations"),
        shell.wide(100).run("config", "reference", "aws.regions", "-o", "json"),
        shell.run("config", "reference", "aws.regins"));

    List<String> all = shell.run("config", "reference", "-o", "id").out().lines().toList();
    assertThat(all).contains("store", "CHECK.enabled", "jira.server").doesNotHaveDuplicates();
    assertThat(shell.piped().run("config", "reference").out().lines()).hasSameSizeAs(all);
  }

  @Test
  void aFirstFileIsValidAsItStands() throws IOException {
    Golden.assertScreens(
        "config-init",
        shell.run("config", "init"),
        shell.run("config", "validate"),
        shell.run("config", "init"),
        shell.run("config", "init", "--to", "nowhere/hammer.yaml"),
        shell.run("config", "init", "--to", "other.yaml", "-o", "json"),
        shell.run("config", "init", "--to", "-"));

    assertThat(shell.run("config", "init", "--to", "-").out())
        .isEqualTo(Files.readString(folder.resolve("hammer.yaml")));
  }

  @Test
  void aLinkIsNotWrittenThrough() throws IOException {
    shell.write("precious", "keep me");
    Files.createSymbolicLink(folder.resolve("hammer.yaml"), folder.resolve("precious"));
    Files.createSymbolicLink(folder.resolve("dangling.yaml"), folder.resolve("nowhere"));

    assertThat(shell.run("config", "init").code()).isEqualTo(2);
    assertThat(shell.run("config", "init", "--to", "dangling.yaml").code()).isEqualTo(2);
    assertThat(folder.resolve("precious")).hasContent("keep me");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void thePredecessorsFileIsMigrated() throws IOException {
    shell
        .write(
            "old/config.json",
            """
            {
              "__comment__": "of 2019",
              "cronjobs": {"reporting": "55 * * * *"},
              "aws": {"accounts": {"111111111111": "main"}, "regions": ["eu-west-1"]},
              "public_ami_issues": {"enabled": "true", "ddb.table_name": "acme-ec2-public-ami"},
              "user_keysrotation": {"rotation_criteria_days": "10"},
              "colour\\u001b[2J": {},
              "redshift_logging": {"enabled": true}
            }
            """)
        .write("old/whitelist.json", "{\"user_keysrotation\": {\"111111111111\": [\"ci\"]}}");

    Golden.assertScreens(
        "config-migrate",
        shell.run("config", "migrate", "old/config.json", "--to", "hammer.yaml"),
        shell.run("config", "validate"),
        shell.run("config", "migrate", "old", "--to", "hammer.yaml"),
        shell.wide(60).piped().run("config", "migrate", "old", "--to", "-", "-q"),
        shell.run("config", "migrate", "old", "--to", "new.yaml", "-o", "json"),
        shell.run("config", "migrate", "old"),
        shell.run("config", "migrate", "hammer.yaml", "--to", "b.yaml"));
    assertThat(folder.resolve("new.yaml")).doesNotExist();
  }

  @Test
  void anErrorInTheOldFileIsToldAndNothingIsWritten() {
    shell.write("config.json", "{\"aws\": {\"regions\": \"eu-west-1\"}, \"s3_bucket_acll\": {}}");

    Shell.Ended ended = shell.run("config", "migrate", ".", "--to", "hammer.yaml");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("aws.regions is a string", "unknown section s3_bucket_acll");
    assertThat(folder.resolve("hammer.yaml")).doesNotExist();
  }
}
