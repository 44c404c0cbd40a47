package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.Store;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import dev.hammer.stores.sqlite.SqliteStore;
import dev.hammer.testing.store.HostileText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryCommandTest {
  @TempDir Path folder;

  private Shell shell() {
    return TwoScans.in(new Shell(folder));
  }

  @Test
  void onATerminal() {
    Shell shell = shell();
    Golden.assertScreens(
        "history-terminal",
        shell.run("history"),
        shell.wide(60).run("history"),
        shell.wide(100).run("history", "acme-old"),
        shell.run("history", "--since", "2026-11-22", "--kind", "whitelisted,resolved"),
        shell.run("history", "--actor", "lea@example.com"),
        shell.run("history", "--limit", "2"),
        shell.wide(60).run("history", "--limit", "2", "-o", "wide"),
        shell.wide(100).run("history", "account:acme-prod"),
        shell.run("history", "--since", "1h"),
        shell.run("history", "--figures"),
        shell.run("history", "--figures", "--since", "1h", "severity:critical"));
  }

  @Test
  void inAPipe() {
    Shell shell = shell().piped();
    Golden.assertScreens(
        "history-piped",
        shell.run("history"),
        shell.run("history", "--figures"),
        shell.run("history", "-o", "id"),
        shell.run("history", "-o", "jsonl", "acme-old"),
        shell.run("history", "-o", "json", "--actor", "lea@example.com"),
        shell.run("history", "--figures", "-o", "json"));
  }

  @Test
  void wrongUsage() {
    Shell shell = shell();
    Golden.assertScreens(
        "history-wrong",
        shell.run("history", "nothing"),
        shell.run("history", "sevrity:high"),
        shell.run("history", "--since", "yesterday"),
        shell.run("history", "--kind", "founded"),
        shell.run("history", "--limit", "-1"),
        shell.run("history", "--figures", "--actor", "lea"),
        shell.run("show", "acme-old", "-o", "jsonl"));
  }

  @Test
  void beforeAnyScanNothingIsClaimed() {
    assertThat(new Shell(folder).run("history").out())
        .isEqualTo("Nothing has been scanned yet. Start: hammer scan\n");
  }

  @Test
  void jsonLinesAreOneDocumentEachAndEndWithASummary() {
    Shell shell = shell().piped();
    for (String command : List.of("history", "issues is:open,resolved,whitelisted")) {
      List<Value.Fields> lines =
          shell.run((command + " -o jsonl").split(" ")).out().lines().map(this::parsed).toList();
      Value.Fields last = lines.getLast();
      assertThat(last.text("type")).contains("summary");
      assertThat(last.get("items")).contains(Value.of(lines.size() - 1));
      assertThat(lines.subList(0, lines.size() - 1))
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line.get("ref")).isPresent())
          .noneMatch(line -> line.text("type").equals(last.text("type")));
    }
  }

  @Test
  void jsonLinesOfIssuesKeepGateLimitAndOrder() {
    Shell shell = shell().piped();
    Shell.Ended ended =
        shell.run(
            "issues", "-o", "jsonl", "--limit", "1", "--sort", "-severity", "--fail-on", "high");
    assertThat(ended.code()).isEqualTo(3);
    List<Value.Fields> lines = ended.out().lines().map(this::parsed).toList();
    assertThat(lines).hasSize(2);
    assertThat(lines.getLast().get("items")).contains(Value.of(1));
    assertThat(lines.getLast().get("selected")).contains(Value.of(2));
    assertThat(lines.getLast().get("coverage")).isPresent();
  }

  @Test
  void whatJsonLinesRefuseIsOneLineToo() {
    Shell.Ended ended = shell().piped().run("issues", "-o", "jsonl", "nokey:x");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out().lines()).hasSize(1);
    assertThat(parsed(ended.out().strip()).text("schema")).contains("hammer/error/1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "jsonl", "id"})
  void hostileNamesStayOnTheirLine(String format) {
    Shell shell = shell();
    try (Store store = SqliteStore.open(shell.storeFile(), shell.clock())) {
      for (String text : HostileText.ids()) {
        TwoScans.Story.of(text, LookedAt.ACLS, Severity.LOW)
            .happens(EventKind.FOUND, TwoScans.BEFORE.plusSeconds(5), text, "by " + text)
            .store(store);
      }
    }
    for (Shell where : List.of(shell.wide(60), shell.wide(100), shell.piped())) {
      Shell.Ended ended = where.run("history", "-o", format);
      assertThat(ended.code()).isZero();
      assertThat(ended.out()).matches(HostileTexts::isHarmless, "harmless");
    }
    int lines = 6 + HostileText.ids().size();
    assertThat(shell.piped().run("history").out().lines())
        .hasSize(lines)
        .allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(9));
    assertThat(shell.run("diff").out()).matches(HostileTexts::isHarmless, "harmless");
  }

  private Value.Fields parsed(String line) {
    return (Value.Fields) JsonText.parse(line);
  }
}
