package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.issues.Books;
import dev.hammer.app.record.WhitelistListRecord;
import dev.hammer.app.whitelisting.Ending;
import dev.hammer.app.whitelisting.WhitelistDesk;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.Person;
import dev.hammer.cli.whitelist.EntryWords;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.json.JsonText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hammer whitelist expire}. */
@Command(
    name = "expire",
    header = "End an entry of the whitelist now, or move its end.",
    customSynopsis = {
      "hammer whitelist expire w-3c4v5b6n",
      "hammer whitelist expire w-3c4v5b6n --at 2027-06-30",
      "hammer whitelist expire w-3c4v5b6n --at 30d"
    },
    description = {
      "The end is all of an entry that can change: who wants to accept something else adds another."
          + " What ended stays in the list and cannot be revived. Entries of whitelist.json are"
          + " changed only there."
    },
    exitCodeList = {"0:", "2:", "5:", "8:"})
final class WhitelistExpireCommand extends HammerSubcommand {
  @Parameters(paramLabel = "ENTRY", description = "id of an entry: hammer whitelist list")
  private String id = "";

  @Option(
      names = "--at",
      paramLabel = "DATE|DAYS",
      description = "when it ends: 2027-02-22, 90d from now, or never (default: now)")
  private @Nullable String at;

  @Override
  Exit run(Door door) {
    return inWorkspace(door, workspace -> expire(door, workspace));
  }

  private Exit expire(Door door, Workspace workspace) {
    WhitelistDesk desk = workspace.whitelist();
    desk.lapse();
    WhitelistEntry before = desk.find(id);
    Instant now = workspace.clock().instant();
    Optional<Instant> end = at == null ? Optional.of(now) : Ending.of("--at", at, now);
    List<Issue> changed = desk.end(before.id(), end, Person.of(door.surroundings()));
    WhitelistEntry after = desk.find(before.id());
    switch (door.options().output()) {
      case TEXT -> print(door, workspace.books(), before, after, changed);
      case JSON, JSONL ->
          door.print(
              JsonText.writePretty(
                  WhitelistListRecord.of(List.of(after), desk.accepted(), changed, now)));
      case ID -> door.print(after.id());
    }
    return Exit.DONE;
  }

  private static void print(
      Door door, Books books, WhitelistEntry before, WhitelistEntry after, List<Issue> changed) {
    EntryWords words = new EntryWords(after, books);
    boolean isOver = !after.isActive(books.now());
    door.print(
        (isOver ? "Ended " : "Moved ")
            + door.terminal().outStyle().bold(after.id())
            + (isOver ? "" : " " + words.until() + ", was " + new EntryWords(before, books).until())
            + ": "
            + words.scope()
            + ".");
    if (isOver) {
      door.print(
          changed.isEmpty()
              ? "No issue becomes open."
              : IssueLine.become(changed, "whitelisted issue", "open"));
    }
    door.print(
        "Next   "
            + (changed.isEmpty()
                ? door.hammer() + " whitelist list"
                : door.hammer() + " show " + changed.getFirst().ref().shown()));
  }
}
