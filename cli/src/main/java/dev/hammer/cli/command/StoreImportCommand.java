package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.archive.Importing;
import dev.hammer.app.record.StoreRecord;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.json.JsonText;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hammer store import}. */
@Command(
    name = "import",
    header = "Read what an export wrote into the store.",
    customSynopsis = {
      "hammer store import hammer.jsonl",
      "hammer --store sqlite:new.db store import hammer.jsonl"
    },
    description = {
      "The whole file is checked before anything is stored. What is there already is left as it is;"
          + " an import that broke off is simply run again."
    },
    exitCodeList = {"0:", "2:"})
final class StoreImportCommand extends HammerSubcommand {
  @Parameters(paramLabel = "FILE", description = "what hammer store export wrote")
  private Path file = Path.of("");

  @Override
  Exit run(Door door) {
    return inWorkspace(door, workspace -> load(door, workspace));
  }

  private Exit load(Door door, Workspace workspace) {
    Path from = door.surroundings().workingFolder().resolve(file);
    Importing.Outcome outcome = new Importing(workspace.store()).run(from);
    switch (door.options().output()) {
      case TEXT -> {
        door.print(
            "Imported into "
                + Visible.of(workspace.store().uri())
                + ": "
                + ContentsWords.of(outcome.stored())
                + ".");
        if (outcome.kept() > 0) {
          door.print("There already, and left as they are: " + Words.number(outcome.kept()) + ".");
        }
      }
      case JSON, JSONL ->
          door.print(
              JsonText.writePretty(
                  StoreRecord.of(outcome, workspace.store().uri(), workspace.clock().instant())));
      case ID -> {}
    }
    return Exit.DONE;
  }
}
