package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.archive.Checkup;
import dev.hammer.app.record.StoreRecord;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.json.JsonText;
import picocli.CommandLine.Command;

/** {@code hammer store check}. */
@Command(
    name = "check",
    header = "Read all of the store and say what is wrong with it.",
    customSynopsis = {"hammer store check", "hammer store check -o json"},
    description = {"Exit 2 if anything is."},
    exitCodeList = {"0:", "2:"})
final class StoreCheckCommand extends HammerSubcommand {
  @Override
  Exit run(Door door) {
    return inWorkspace(door, workspace -> check(door, workspace));
  }

  private static Exit check(Door door, Workspace workspace) {
    Checkup checkup = Checkup.of(workspace.store());
    switch (door.options().output()) {
      case TEXT -> print(door, workspace, checkup);
      case JSON, JSONL ->
          door.print(JsonText.writePretty(StoreRecord.of(checkup, workspace.clock().instant())));
      case ID -> {}
    }
    return checkup.isSound() ? Exit.DONE : Exit.USAGE;
  }

  private static void print(Door door, Workspace workspace, Checkup checkup) {
    Style style = door.terminal().outStyle();
    checkup.defects().forEach(d -> door.print(style.error("damaged") + "  " + Visible.of(d)));
    door.print(
        Visible.of(workspace.store().uri())
            + ": "
            + (checkup.isSound() ? style.verified("sound") : style.error("not sound"))
            + ". "
            + ContentsWords.of(checkup.contents())
            + ".");
    if (!checkup.isSound()) {
      door.print(
          "Save what can be read: "
              + door.hammer()
              + " store export --to hammer.jsonl; then import it into a new store.");
    }
  }
}
