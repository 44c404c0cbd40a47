package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Change;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.HostileText;
import dev.hammer.testing.store.IssueBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuesCommandTest {
  private static final ApiCall GET_ACL = ApiCall.of("s3", "GetBucketAcl");

  @TempDir Path folder;

  private static List<Change> estate() {
    return List.of(
        LookedAt.openGroup(),
        LookedAt.openPolicy("acme-exports"),
        Changes.born(LookedAt.bucket("logs-eu", LookedAt.ACLS).build()),
        Changes.born(
            LookedAt.bucket("acme-www", LookedAt.ACLS)
                .severity(Severity.MEDIUM)
                .whitelisted("w-3c4v5b6n")
                .build()),
        Changes.born(
            LookedAt.bucket("acme-old", LookedAt.ACLS).resolved(LookedAt.SCANNED).build()));
  }

  private Shell shell() {
    return LookedAt.accepting(lapsed(), LookedAt.acceptance("acme-www"));
  }

  /** The same without the entry that accepts one of the issues. */
  private Shell lapsed() {
    return LookedAt.in(
        new Shell(folder),
        estate(),
        LookedAt.denied(LookedAt.ACLS, GET_ACL, "logs-eu", "acme-www"));
  }

  @Test
  void wideHasEveryColumnInFull() {
    Shell shell = shell();
    Golden.assertScreens(
        "issues-wide",
        shell.wide(60).run("issues", "is:open,whitelisted", "-o", "wide"),
        shell.run("issues", "-o", "wide", "--columns", "ref,resource,found"),
        shell.run("issues", "-o", "wide", "--group-by", "check"),
        shell.piped().run("issues", "is:open,whitelisted", "-o", "wide", "--headers"));
  }

  @Test
  void onATerminal() {
    Shell shell = shell();
    Golden.assertScreens(
        "issues-terminal",
        shell.run("issues"),
        shell.wide(60).run("issues"),
        shell.wide(100).run("issues", "severity:>=high", "--limit", "1"),
        shell.run("issues", "is:open,resolved,whitelisted"),
        shell.run("issues", "--columns", "ref,status,summary,owner,tag.owner", "is:open"),
        shell.run("issues", "--group-by", "account"),
        shell.run("issues", "--sort", "-age,ref"),
        shell.run("issues", "--count"),
        shell.run("issues", "-o", "id"),
        shell.run("issues", "severity:low"));
  }

  @Test
  void inAPipe() {
    Shell shell = shell().piped();
    Golden.assertScreens(
        "issues-piped",
        shell.run("issues"),
        shell.run("issues", "--headers", "-q"),
        shell.run("issues", "--group-by", "check", "--headers"),
        shell.run("issues", "severity:low"),
        shell.run("issues", "-o", "json", "check:secgrp_unrestricted_access"));
  }

  /** Line ends are those of the standard; here they are shown as the others. */
  @Test
  void asATableForSpreadsheets() {
    Shell terminal = shell();
    Shell shell = terminal.piped();
    Shell.Ended ended = shell.run("issues", "is:open,whitelisted", "-o", "csv");

    assertThat(ended.out().split("\r\n", -1)).hasSize(1 + 4 + 1);
    assertThat(ended.out().replace("\r\n", "")).doesNotContain("\n", "\r");
    Golden.assertText(
        "issues-csv",
        String.join(
                "\n",
                ended.screen(),
                shell.run("issues", "-o", "csv", "--columns", "ref,owner,tag.owner", "-q").screen(),
                shell.run("issues", "-o", "csv", "--limit", "1", "--sort", "-age").screen(),
                shell.run("issues", "-o", "csv", "--group-by", "check").screen(),
                shell.run("issues", "-o", "csv", "severity:low").screen())
            .replace("\r\n", "\n"));
    assertThat(terminal.run("issues", "-o", "csv", "-q").out())
        .isEqualTo(shell.run("issues", "-o", "csv", "-q").out());
  }

  @Test
  void namesInATableAreTextWhateverTheyAre() {
    List<Change> hostile = new ArrayList<>();
    List<String> names = new ArrayList<>(HostileText.ids());
    names.addAll(List.of("=HYPERLINK(\"http://x\")", "+1", "-1", "@x", "\tt", "\rr", "a,\"b\"\n"));
    for (String text : names) {
      hostile.add(
          Changes.born(
              IssueBuilder.issue(text)
                  .in(LookedAt.ACLS)
                  .resource(r -> r.withName(text).withArn(text))
                  .tags(Map.of("owner", text))
                  .summary(text)
                  .build()));
    }
    Shell shell = LookedAt.in(new Shell(folder), hostile).piped();

    String csv = shell.run("issues", "-o", "csv", "--columns", "ref,id,name,owner,arn").out();

    assertThat(csv.replace("\r\n", "")).matches(HostileTexts::isHarmless, "harmless");
    String[] lines = csv.split("\r\n", -1);
    assertThat(lines).hasSize(1 + hostile.size() + 1);
    for (String line : List.of(lines).subList(0, hostile.size() + 1)) {
      List<String> cells = cells(line);
      assertThat(cells).as(line).hasSize(5);
      assertThat(cells)
          .allSatisfy(
              cell ->
                  assertThat(cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0).isTrue());
    }
  }

  /** As RFC 4180 reads a line. */
  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    Matcher cell = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^\",]*))(,|$)").matcher(line);
    while (cell.find()) {
      cells.add(cell.group(1) == null ? cell.group(2) : cell.group(1).replace("\"\"", "\""));
      if (cell.group(3).isEmpty()) {
        break;
      }
    }
    return cells;
  }

  @Test
  void otherCommandsHaveNoTableToWrite() {
    Shell shell = shell();
    assertThat(shell.run("doctor", "-o", "csv").err())
        .contains("-o csv: this command has no list", "issues, whitelist list and accounts");
    assertThat(shell.run("issues", "-o", "cvs").err()).contains("csv");
  }

  @Test
  void wrongUsage() {
    Shell shell = shell();
    Golden.assertScreens(
        "issues-wrong",
        shell.run("issues", "sevrity:high"),
        shell.run("issues", "check:s3_bucket_acll"),
        shell.run("issues", "--sort", "agee"),
        shell.run("issues", "--columns", "ref,name,sumary"),
        shell.run("issues", "--group-by", "kind"),
        shell.run("issues", "--limit", "-1"),
        shell.run("issues", "-o", "json", "is:opened"));
  }

  @Test
  void beforeAnyScanNothingIsClaimed() {
    Shell.Ended ended = new Shell(folder).run("issues");
    assertThat(ended.out()).isEqualTo("Nothing has been scanned yet. Start: hammer scan\n");
    assertThat(ended.code()).isZero();
    assertThat(new Shell(folder).piped().run("issues").out()).isEmpty();
    assertThat(new Shell(folder).run("issues", "--count").err())
        .contains("Nothing has been scanned");
  }

  @Test
  void noIssuesIsAClaimThatCoverageProves() {
    Golden.assertScreens("issues-none", LookedAt.in(new Shell(folder), List.of()).run("issues"));
  }

  @Test
  void noIssuesAtLowCoverageIsNoCleanResult() {
    Shell.Ended ended =
        LookedAt.in(new Shell(folder), List.of(), LookedAt.denied(LookedAt.ACLS, GET_ACL))
            .run("issues");
    Golden.assertScreens("issues-none-unread", ended);
    assertThat(ended.out()).doesNotContain("No issues.");
  }

  @ParameterizedTest
  @CsvSource({"critical, 3", "high, 3", "low, 3"})
  void failOnIsAGate(String severity, int code) {
    assertThat(shell().run("issues", "--fail-on", severity).code()).isEqualTo(code);
  }

  @Test
  void theGateLooksAtWhatIsSelectedAndNotAtWhatIsShown() {
    Shell shell = shell();
    assertThat(shell.run("issues", "check:s3_bucket_acl", "--fail-on", "critical").code()).isZero();
    assertThat(
            shell
                .run("issues", "--limit", "1", "--sort", "-severity", "--fail-on", "critical")
                .code())
        .isEqualTo(3);
    assertThat(shell.run("issues", "severity:low", "--fail-on", "info").code()).isZero();
  }

  @Test
  void aTerminalGetsAHundredAndAPipeAll() {
    List<Change> many = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      many.add(Changes.born(LookedAt.bucket("bucket-%03d".formatted(i), LookedAt.ACLS).build()));
    }
    Shell shell = LookedAt.in(new Shell(folder), many);
    assertThat(shell.run("issues").out().lines())
        .hasSize(102)
        .last()
        .asString()
        .startsWith("The first 100 of 120 issues (all: --limit 0). Coverage 100 %");
    assertThat(shell.run("issues", "--limit", "0").out().lines()).hasSize(122);
    assertThat(shell.piped().run("issues").out().lines()).hasSize(120);
    assertThat(shell.piped().run("issues", "-o", "id").out().lines()).hasSize(120);
    assertThat(shell.run("issues", "--count").out()).isEqualTo("120\n");
  }

  @Test
  void jsonIsOneDocumentWithTheContractsFields() {
    Value.Fields json =
        (Value.Fields) JsonText.parse(shell().piped().run("issues", "-o", "json").out());
    assertThat(json.fields())
        .extracting(Value.Field::name)
        .containsExactly(
            "schema", "generated_at", "query", "coverage", "items", "next", "whitelist_expiring");
    assertThat(json.text("query")).contains("is:open");
    assertThat(json.get("next")).contains(Value.absent());
    Value.Items items = (Value.Items) json.get("items").orElseThrow();
    assertThat(items.items()).hasSize(3);
    assertThat(((Value.Fields) items.items().getFirst()).fields())
        .extracting(Value.Field::name)
        .contains(
            "ref",
            "check",
            "account_id",
            "account_name",
            "region",
            "issue_id",
            "resource",
            "status",
            "verified",
            "severity",
            "severity_reason",
            "summary",
            "latent",
            "context_unread",
            "life",
            "issue_details",
            "timestamps",
            "ticket",
            "whitelist",
            "fix");
  }

  @Test
  void whatJsonRefusesIsJsonToo() {
    Shell.Ended ended = shell().piped().run("issues", "-o", "json", "nokey:x");
    assertThat(((Value.Fields) JsonText.parse(ended.out())).text("schema"))
        .contains("hammer/error/1");
    assertThat(ended.code()).isEqualTo(2);
  }

  @Test
  void anAcceptanceThatLapsedCountsAtOnce() {
    assertThat(lapsed().run("issues", "is:open", "-o", "id").out().lines()).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "id"})
  void hostileNamesStayOnTheirLine(String format) {
    List<Change> hostile = new ArrayList<>();
    for (String text : HostileText.ids()) {
      hostile.add(
          Changes.born(
              IssueBuilder.issue(text)
                  .in(LookedAt.ACLS)
                  .resource(r -> named(r, text))
                  .tags(Map.of("owner", text))
                  .summary("by " + text)
                  .build()));
    }
    Shell shell = LookedAt.in(new Shell(folder), hostile);
    for (boolean terminal : List.of(true, false)) {
      Shell where = terminal ? shell.wide(60) : shell.piped();
      Shell.Ended ended =
          where.run("issues", "-o", format, "--columns", "ref,id,name,owner,summary");
      assertThat(ended.code()).isZero();
      assertThat(ended.out()).matches(HostileTexts::isHarmless, "harmless");
      if (format.equals("text")) {
        assertThat(ended.out().lines()).hasSize(hostile.size() + (terminal ? 2 : 0));
      }
      if (format.equals("text") && !terminal) {
        assertThat(ended.out().lines())
            .allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(5));
      }
    }
    assertThat(shell.wide(100).run("issues", "--group-by", "owner").out())
        .matches(HostileTexts::isHarmless, "harmless");
  }

  private static ResourceRef named(ResourceRef resource, String name) {
    return resource.withName("name " + name);
  }
}
