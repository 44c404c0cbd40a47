package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.issues.Books;
import dev.hammer.app.record.WhitelistListRecord;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.terminal.TextTable;
import dev.hammer.cli.terminal.Words;
import dev.hammer.cli.whitelist.WhitelistTable;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.json.JsonText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hammer whitelist list}. */
@Command(
    name = "list",
    header = "List accepted risks, those of files and those added by command.",
    customSynopsis = {
      "hammer whitelist list",
      "hammer whitelist list --expiring 14d",
      "hammer whitelist list --expiring 14d -o json"
    },
    description = {"In a pipe each entry is a line of full values between tabs."},
    exitCodeList = {"0:", "2:"})
final class WhitelistListCommand extends HammerSubcommand {
  @Option(
      names = "--expiring",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "only those in force that end within this time, such as 14d")
  private @Nullable Duration expiring;

  @Override
  boolean tabulates() {
    return true;
  }

  @Override
  Exit run(Door door) {
    return inWorkspace(door, workspace -> list(door, workspace));
  }

  private Exit list(Door door, Workspace workspace) {
    Instant now = workspace.clock().instant();
    workspace.whitelist().lapse();
    List<WhitelistEntry> all = workspace.whitelist().entries();
    List<WhitelistEntry> entries = all.stream().filter(entry -> isWanted(entry, now)).toList();
    switch (door.options().output()) {
      case TEXT -> print(door, workspace, entries, all);
      case JSON, JSONL ->
          door.print(
              JsonText.writePretty(
                  WhitelistListRecord.of(
                      entries, workspace.whitelist().accepted(), List.of(), now)));
      case ID -> entries.forEach(entry -> door.print(entry.id()));
    }
    return Exit.DONE;
  }

  private boolean isWanted(WhitelistEntry entry, Instant now) {
    return expiring == null || entry.endsWithin(expiring, now);
  }

  private static void print(
      Door door, Workspace workspace, List<WhitelistEntry> entries, List<WhitelistEntry> all) {
    boolean people = door.isRead();
    Books books = workspace.books();
    TextTable table =
        new WhitelistTable(books, workspace.whitelist().accepted(), door.terminal().outStyle())
            .of(entries);
    if (door.options().isCsv()) {
      table.csv().forEach(door.terminal().out()::print);
      door.terminal().out().flush();
    } else if (!people) {
      table.tabbed(false).forEach(door::print);
    } else if (!entries.isEmpty()) {
      table.shown(door.terminal(), door.options().isWide()).forEach(door::print);
    }
    if (people || (entries.isEmpty() && !door.options().isQuiet())) {
      String footer = footer(door, entries, all, books.now());
      if (people) {
        door.print(footer);
      } else {
        door.say(footer);
      }
    }
  }

  private static String footer(
      Door door, List<WhitelistEntry> entries, List<WhitelistEntry> all, Instant now) {
    if (all.isEmpty()) {
      return "No risk is accepted.";
    }
    if (entries.isEmpty()) {
      return "No entry ends so soon. " + many(all.size()) + " in all.";
    }
    long active = entries.stream().filter(entry -> entry.isActive(now)).count();
    long soon = new Whitelist(entries).ending(WhitelistEntry.SOON, now).size();
    return many(entries.size())
        + ", "
        + Words.number(active)
        + " in force"
        + (soon > 0 ? ", " + Words.number(soon) + " of them for at most 14 days" : "")
        + "."
        + broad(entries, now)
        + entries.stream()
            .filter(entry -> entry.endsWithin(WhitelistEntry.SOON, now))
            .filter(entry -> entry.source().equals(WhitelistEntry.STORE))
            .findFirst()
            .map(entry -> "\nNext   " + next(door, entry))
            .orElse("");
  }

  private static String next(Door door, WhitelistEntry entry) {
    return door.hammer()
        + " whitelist test "
        + entry.id()
        + "      "
        + door.hammer()
        + " whitelist expire "
        + entry.id()
        + " --at 90d";
  }

  private static String broad(List<WhitelistEntry> entries, Instant now) {
    long broad = entries.stream().filter(e -> e.isActive(now) && e.scope().isTooBroad()).count();
    return broad == 0 ? "" : " Too broad: " + many(broad) + " for every check and every resource.";
  }

  private static String many(long number) {
    return Words.number(number) + (number == 1 ? " entry" : " entries");
  }
}
