package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.checks.CheckDesk;
import dev.hammer.app.checks.CheckState;
import dev.hammer.app.record.CheckRecord;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.checks.CheckTable;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.Words;
import dev.hammer.json.JsonText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hammer checks list}. */
@Command(
    name = "list",
    header = "List the checks: what each finds, and whether it is on.",
    customSynopsis = {
      "hammer checks list",
      "hammer checks list --enabled",
      "hammer checks list --enabled -o id"
    },
    description = {"In a pipe each check is a line of full values between tabs."},
    exitCodeList = {"0:", "2:"})
final class ChecksListCommand extends HammerSubcommand {
  @Option(names = "--enabled", description = "only those that are on")
  private boolean enabled;

  @Override
  Exit run(Door door) {
    return inWorkspace(door, workspace -> list(door, workspace));
  }

  private Exit list(Door door, Workspace workspace) {
    List<CheckState> all = new CheckDesk(workspace.loaded()).list();
    List<CheckState> checks = all.stream().filter(check -> check.enabled() || !enabled).toList();
    switch (door.options().output()) {
      case TEXT -> print(door, checks, all);
      case JSON, JSONL ->
          door.print(JsonText.writePretty(CheckRecord.list(checks, workspace.clock().instant())));
      case ID -> checks.forEach(check -> door.print(check.info().id()));
    }
    return Exit.DONE;
  }

  private static void print(Door door, List<CheckState> checks, List<CheckState> all) {
    if (!door.terminal().outIsTerminal()) {
      CheckTable.full(checks, new Style(false)).tabbed(false).forEach(door::print);
      return;
    }
    Style style = door.terminal().outStyle();
    int width = door.terminal().columns();
    List<String> lines =
        door.options().isWide()
            ? CheckTable.full(checks, style).wide(style)
            : CheckTable.of(checks, width, style).fitted(width, style);
    lines.forEach(door::print);
    long on = all.stream().filter(CheckState::enabled).count();
    door.print(Words.count(all.size(), "check") + ", " + on + " on.");
    checks.stream()
        .findFirst()
        .ifPresent(
            first ->
                door.print("Next   " + door.hammer() + " checks explain " + first.info().id()));
  }
}
