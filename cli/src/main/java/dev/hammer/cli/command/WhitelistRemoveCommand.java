package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.issues.Books;
import dev.hammer.app.record.WhitelistListRecord;
import dev.hammer.app.whitelisting.WhitelistDesk;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.Person;
import dev.hammer.cli.whitelist.EntryWords;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.json.JsonText;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code hammer whitelist remove}. */
@Command(
    name = "remove",
    header = "End an entry of the whitelist now; its issues are open again at once.",
    customSynopsis = {"hammer whitelist remove w-3c4v5b6n"},
    description = {
      "The entry stays in the list, as expired. Entries of whitelist.json are changed only there."
    },
    exitCodeList = {"0:", "2:", "5:", "8:"})
final class WhitelistRemoveCommand extends HammerSubcommand {
  @Parameters(paramLabel = "ENTRY", description = "id of an entry: hammer whitelist list")
  private String id = "";

  @Override
  Exit run(Door door) {
    return inWorkspace(door, workspace -> remove(door, workspace));
  }

  private Exit remove(Door door, Workspace workspace) {
    WhitelistDesk desk = workspace.whitelist();
    desk.lapse();
    WhitelistEntry entry = desk.find(id);
    List<Issue> changed = desk.end(entry.id(), Person.of(door.surroundings()));
    WhitelistEntry ended = desk.find(entry.id());
    switch (door.options().output()) {
      case TEXT -> print(door, workspace.books(), ended, changed);
      case JSON, JSONL ->
          door.print(
              JsonText.writePretty(
                  WhitelistListRecord.of(
                      List.of(ended), desk.accepted(), changed, workspace.clock().instant())));
      case ID -> door.print(ended.id());
    }
    return Exit.DONE;
  }

  private static void print(Door door, Books books, WhitelistEntry entry, List<Issue> changed) {
    door.print(
        "Ended "
            + door.terminal().outStyle().bold(entry.id())
            + ": "
            + new EntryWords(entry, books).scope()
            + ".");
    door.print(
        changed.isEmpty()
            ? "No issue becomes open."
            : IssueLine.become(changed, "whitelisted issue", "open"));
    door.print(
        "Next   "
            + (changed.isEmpty()
                ? door.hammer() + " whitelist list"
                : door.hammer() + " show " + changed.getFirst().ref().shown()));
  }
}
