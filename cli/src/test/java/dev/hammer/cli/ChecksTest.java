package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void sitDown() {
    shell =
        new Shell(folder)
            .write(
                "hammer.yaml",
                """
                s3_encryption:
                  enabled: false
                user_inactivekeys:
                  inactive_criteria_days: 30
                """);
  }

  @Test
  void listFitsTheTerminal() {
    Golden.assertScreens(
        "checks-list",
        shell.wide(140).run("checks", "list"),
        shell.wide(100).run("checks", "list"),
        shell.wide(60).run("checks", "list", "--enabled"),
        shell.piped().run("checks", "list"));
  }

  @Test
  void wideListIsWhole() {
    Golden.assertScreens(
        "checks-wide",
        shell.wide(60).run("checks", "list", "-o", "wide"),
        shell.piped().run("checks", "list", "--enabled", "-o", "wide"));
  }

  @Test
  void listSaysWhatIsSetElsewhereOnlyWhereItIs() {
    assertThat(new Shell(folder.resolve("elsewhere")).run("checks", "list").out())
        .doesNotContain("SET BY")
        .contains(Catalogue.checks().size() + " on.");
    assertThat(shell.run("checks", "list").out()).contains("SET BY").contains("hammer.yaml:2");
  }

  @Test
  void predecessorsFileSwitchesOffBySilence() {
    shell.write("config.json", "{\"s3_bucket_acl\": {\"enabled\": true}}");

    Shell.Ended ended = shell.piped().run("-q", "-c", "config.json", "checks", "list");

    assertThat(ended.out())
        .contains("\ton\tconfig.json:1\n")
        .contains("\toff\tno section in config.json\n");
    assertThat(
            shell.run("-q", "-c", "config.json", "checks", "list", "--enabled", "-o", "id").out())
        .isEqualTo("s3_bucket_acl\n");
  }

  @Test
  void listIsOneDocument() {
    Value.Fields document =
        (Value.Fields) JsonText.parse(shell.run("checks", "list", "-o", "json").out());

    assertThat(document.text("schema")).hasValue("hammer/checks/1");
    assertThat(((Value.Items) document.get("items").orElseThrow()).items())
        .extracting(item -> ((Value.Fields) item).text("id").orElseThrow())
        .containsExactlyElementsOf(Catalogue.infos().stream().map(CheckInfo::id).toList());
  }

  @Test
  void explanationIsPlainText() {
    Golden.assertScreens(
        "checks-explain",
        shell.wide(100).run("checks", "explain", "secgrp_unrestricted_access"),
        shell.wide(60).run("checks", "explain", "user_inactivekeys"));
  }

  @Test
  void everyCheckExplainsItselfWithinTheWidth() {
    for (String id : Catalogue.infos().stream().map(CheckInfo::id).toList()) {
      Shell.Ended ended = shell.wide(80).run("checks", "explain", id);

      assertThat(ended.code()).as(id).isZero();
      assertThat(ended.out())
          .contains("Why it matters", "What is read", "By hand", "Limits", "Decides");
      assertThat(ended.out().lines().filter(line -> !line.startsWith("    ")))
          .allMatch(line -> line.length() <= 80);
    }
  }

  @Test
  void explanationIsOneDocument() {
    Value.Fields document =
        (Value.Fields)
            JsonText.parse(shell.run("checks", "explain", "user_inactivekeys", "-o", "json").out());
    Value.Fields item = (Value.Fields) document.get("item").orElseThrow();
    Value.Fields setting =
        (Value.Fields) ((Value.Items) item.get("settings").orElseThrow()).items().getFirst();

    assertThat(document.text("schema")).hasValue("hammer/check/1");
    assertThat(item.text("page").orElseThrow()).contains("## Why it matters");
    assertThat(setting.get("value")).hasValue(Value.of(30));
    assertThat(setting.get("default")).hasValue(Value.of(45));
    assertThat(setting.text("origin")).hasValue("hammer.yaml:4");
  }

  @Test
  void unknownCheckIsNotFound() {
    Golden.assertScreens(
        "checks-unknown",
        shell.run("checks", "explain", "s3_bucket_acll"),
        shell.run("checks", "explain", "nothing\u001b[2J", "-o", "json"),
        shell.run("checks"));
  }

  @Test
  void nothingStartsOnABrokenConfiguration() {
    shell.write("hammer.yaml", "s3_encryption: {enabled: maybe}\n");

    for (List<String> command :
        List.of(
            List.of("checks", "list"),
            List.of("whitelist", "list"),
            List.of("config", "show"),
            List.of("scan"))) {
      Shell.Ended ended = shell.run(command.toArray(String[]::new));

      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err()).startsWith("hammer.yaml:1:").contains("Nothing was started.");
    }
  }
}
