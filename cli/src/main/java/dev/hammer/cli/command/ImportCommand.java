package dev.hammer.cli.command;

import dev.hammer.app.Workspace;
import dev.hammer.app.record.ImportRecord;
import dev.hammer.app.takeover.Source;
import dev.hammer.app.takeover.TableCount;
import dev.hammer.app.takeover.Takeover;
import dev.hammer.cli.Door;
import dev.hammer.cli.Exit;
import dev.hammer.cli.OutputFormat;
import dev.hammer.cli.takeover.CountTable;
import dev.hammer.cli.takeover.ReadingLine;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.json.JsonText;
import java.util.List;
import java.util.function.ToLongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hammer import}. */
@Command(
    name = "import",
    header = "Take the predecessor's DynamoDB tables over into the store.",
    customSynopsis = {
      "hammer import --tables hammer- --dry-run",
      "hammer import --tables hammer- --store sqlite:hammer.db",
      "hammer import --tables hammer- --store dynamodb:hammer- --create-tables"
    },
    description = {
      "Issues keep their ref, status, times, ticket and owner. What is there already is left as it"
          + " is, so that it can be repeated. The predecessor's tables are only read, unless the"
          + " store is made of those very tables: then their items get what Hammer finds them by,"
          + " and nothing the predecessor wrote is changed. Counts are shown first; the final"
          + " question wants an answer.",
      "Odd items, with an unknown status or a missing attribute, are taken over and named. Exit 4 if"
          + " an item could not be read, or a table not be asked for."
    },
    exitCodeList = {"0:", "2:", "4:", "5:"})
final class ImportCommand extends HammerSubcommand {
  private static final int NAMED = 20;

  @Option(
      names = "--tables",
      paramLabel = "PREFIX",
      required = true,
      description = "how the names of the predecessor's tables begin, such as hammer-")
  private String prefix = "";

  @Option(names = "--dry-run", description = "only count; nothing is stored or asked")
  private boolean dryRun;

  @Override
  Exit run(Door door) {
    return inWorkspace(door, workspace -> takeOver(door, workspace));
  }

  private Exit takeOver(Door door, Workspace workspace) {
    try (Takeover takeover = workspace.takeover(prefix)) {
      List<Source> present = takeover.present();
      List<TableCount> counted;
      try (ReadingLine line = line(door)) {
        counted = takeover.count(present, line);
      }
      boolean isText = door.options().output() == OutputFormat.TEXT;
      if (isText) {
        show(door, counted);
      }
      long waiting = sum(counted, TableCount::taken);
      boolean isDone = !dryRun && waiting > 0;
      if (isDone) {
        takeOver(door, takeover, present, waiting);
      }
      if (isText) {
        conclude(door, takeover, counted, waiting);
      } else if (door.options().output() == OutputFormat.JSON) {
        door.print(
            JsonText.writePretty(
                ImportRecord.of(
                    counted, prefix, takeover.uri(), isDone, workspace.clock().instant())));
      }
      return sum(counted, TableCount::unreadable) > 0 ? Exit.INCOMPLETE : Exit.DONE;
    }
  }

  private static void takeOver(Door door, Takeover takeover, List<Source> present, long waiting) {
    new Confirmation(door)
        .demand("Take " + Words.count(waiting, "issue") + " over into " + takeover.uri() + "?");
    try (ReadingLine line = line(door)) {
      takeover.run(present, line);
    }
  }

  private static ReadingLine line(Door door) {
    return new ReadingLine(door.terminal(), door.options().isQuiet());
  }

  /** The counts on stdout; what is odd beside them. */
  private static void show(Door door, List<TableCount> counts) {
    boolean fits = door.terminal().outIsTerminal();
    var table = CountTable.of(counts);
    (fits
            ? table.fitted(door.terminal().columns(), door.terminal().outStyle())
            : table.tabbed(false))
        .forEach(door::print);
    if (door.options().isQuiet()) {
      return;
    }
    long odd = sum(counts, c -> c.odd() + c.doubles() + c.unreadable());
    List<String> lines = counts.stream().flatMap(c -> odd(c).stream()).limit(NAMED).toList();
    lines.forEach(text -> door.say(door.terminal().errStyle().warning("odd") + "  " + text));
    if (odd > lines.size()) {
      door.say("     and " + Words.number(odd - lines.size()) + " more: -o json names them");
    }
  }

  private static List<String> odd(TableCount count) {
    return count.oddities().stream()
        .map(
            oddity ->
                Visible.of(count.source().table())
                    + "  "
                    + Visible.of(oddity.key())
                    + ": "
                    + Visible.of(String.join(", ", oddity.why())))
        .toList();
  }

  private void conclude(Door door, Takeover takeover, List<TableCount> counts, long waiting) {
    long unreadable = sum(counts, TableCount::unreadable);
    if (unreadable > 0) {
      door.say(
          "Cannot be read, and left where it is: "
              + Words.count(unreadable, "item")
              + ". Correct it there, and import again.");
    }
    if (door.options().isQuiet()) {
      return;
    }
    String into = Visible.of(takeover.uri());
    if (waiting == 0) {
      door.say("Nothing to take over: " + into + " has it all.");
    } else if (dryRun) {
      door.say(
          Words.count(waiting, "issue")
              + " would be taken over into "
              + into
              + ". Nothing was"
              + " changed.");
    } else {
      door.say("Took " + Words.count(waiting, "issue") + " over into " + into + ".");
      door.say("Next   " + door.hammer() + " issues      " + door.hammer() + " scan");
    }
  }

  private static long sum(List<TableCount> counts, ToLongFunction<TableCount> figure) {
    return counts.stream().mapToLong(figure).sum();
  }
}
