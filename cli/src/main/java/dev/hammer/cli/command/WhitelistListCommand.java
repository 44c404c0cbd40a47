package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.record.WhitelistListRecord;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.terminal.TextTable;
import dev.hammer.cli.terminal.Words;
import dev.hammer.cli.whitelist.WhitelistTable;
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
  Exit run(Door door) {
    return inWorkspace(door, workspace -> list(door, workspace));
  }

  private Exit list(Door door, Workspace workspace) {
    Instant now = workspace.clock().instant();
    List<WhitelistEntry> all = workspace.whitelist().entries();
    List<WhitelistEntry> entries = all.stream().filter(entry -> isWanted(entry, now)).toList();
    switch (door.options().output()) {
      case TEXT -> print(door, workspace, entries, all);
      case JSON, JSONL ->
          door.print(JsonText.writePretty(WhitelistListRecord.of(entries, List.of(), now)));
      case ID -> entries.forEach(entry -> door.print(entry.id()));
    }
    return Exit.DONE;
  }

  private boolean isWanted(WhitelistEntry entry, Instant now) {
    return expiring == null || WhitelistTable.endsWithin(entry, expiring, now);
  }

  private static void print(
      Door door, Workspace workspace, List<WhitelistEntry> entries, List<WhitelistEntry> all) {
    boolean people = door.terminal().outIsTerminal();
    Instant now = workspace.clock().instant();
    WhitelistTable rows =
        new WhitelistTable(workspace.configuration().aws(), now, door.terminal().outStyle());
    TextTable table = rows.of(entries);
    if (!people) {
      table.tabbed(false).forEach(door::print);
    } else if (!entries.isEmpty()) {
      table.fitted(door.terminal().columns(), door.terminal().outStyle()).forEach(door::print);
    }
    if (people || (entries.isEmpty() && !door.options().isQuiet())) {
      String footer = footer(rows, entries, all, now);
      if (people) {
        door.print(footer);
      } else {
        door.say(footer);
      }
    }
  }

  private static String footer(
      WhitelistTable rows, List<WhitelistEntry> entries, List<WhitelistEntry> all, Instant now) {
    if (all.isEmpty()) {
      return "No risk is accepted.";
    }
    if (entries.isEmpty()) {
      return "No entry ends so soon. " + many(all.size()) + " in all.";
    }
    long active = entries.stream().filter(entry -> entry.isActive(now)).count();
    long soon = entries.stream().filter(rows::isSoon).count();
    return many(entries.size())
        + ", "
        + Words.number(active)
        + " in force"
        + (soon > 0 ? ", " + Words.number(soon) + " of them for at most 14 days" : "")
        + ".";
  }

  private static String many(long number) {
    return Words.number(number) + (number == 1 ? " entry" : " entries");
  }
}
