package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.history.Comparison;
import dev.hammer.app.history.Diff;
import dev.hammer.app.history.Difference;
import dev.hammer.app.history.ScanNames;
import dev.hammer.app.issues.Books;
import dev.hammer.app.record.DiffRecord;
import dev.hammer.app.record.IssueRecord;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.history.DiffScreen;
import dev.hammer.core.check.Severity;
import dev.hammer.json.JsonText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hammer diff}. */
@Command(
    name = "diff",
    header = "Show what changed between two scans, and what is no longer covered.",
    customSynopsis = {
      "hammer diff",
      "hammer diff s-4h2k9m1q",
      "hammer diff 2026-11-01 latest --fail-on-new high",
      "hammer diff previous latest -o json"
    },
    description = {
      "A scan is named by its id, by latest or previous (of those of the whole scope, if there are"
          + " any), or by a date in UTC, which stands for the last scan that had ended by then.",
      "",
      "Compared is how things stood when each scan ended, whoever changed them in between."
    },
    exitCodeList = {"0:", "2:", "3:", "8:"})
final class DiffCommand extends HammerSubcommand {
  @Parameters(
      index = "0",
      paramLabel = "A",
      arity = "0..1",
      defaultValue = ScanNames.PREVIOUS,
      description = "the earlier scan (default: previous)")
  private String from = ScanNames.PREVIOUS;

  @Parameters(
      index = "1",
      paramLabel = "B",
      arity = "0..1",
      defaultValue = ScanNames.LATEST,
      description = "the later scan (default: latest)")
  private String to = ScanNames.LATEST;

  @Option(
      names = "--fail-on-new",
      paramLabel = "SEVERITY",
      description = "exit 3 if a new or returned issue is at least this severe")
  private @Nullable Severity failOnNew;

  @Override
  Exit run(Door door) {
    return inWorkspace(door, workspace -> show(door, workspace));
  }

  private Exit show(Door door, Workspace workspace) {
    ScanNames names = new ScanNames(workspace.store());
    Books books = workspace.books();
    Diff diff = new Comparison(workspace.store()).of(names.find(from), names.find(to));
    switch (door.options().output()) {
      case TEXT -> print(door, new DiffScreen(diff, books, door.terminal().outStyle()));
      case JSON, JSONL ->
          door.print(
              JsonText.writePretty(
                  DiffRecord.of(
                      diff, books, new IssueRecord(books, workspace.whitelist().whitelist()))));
      case ID ->
          diff.differences().stream()
              .map(Difference::issue)
              .forEach(issue -> door.print(issue.ref().text()));
    }
    return failOnNew != null && diff.hasNews(failOnNew) ? Exit.GATE : Exit.DONE;
  }

  private static void print(Door door, DiffScreen screen) {
    if (door.terminal().outIsTerminal()) {
      screen.lines(door.terminal().columns()).forEach(door::print);
    } else {
      screen.tabbed().forEach(door::print);
      if (!door.options().isQuiet()) {
        screen.beside().forEach(door::say);
      }
    }
  }
}
