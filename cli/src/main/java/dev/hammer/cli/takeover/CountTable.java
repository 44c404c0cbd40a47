package dev.hammer.cli.takeover;

import dev.hammer.app.takeover.Source;
import dev.hammer.app.takeover.TableCount;
import dev.hammer.cli.terminal.TextTable;
import dev.hammer.cli.terminal.TextTable.Cell;
import dev.hammer.cli.terminal.TextTable.Column;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.issue.Status;
import java.util.List;
import java.util.Locale;

/** The predecessor's tables, what they hold, and what becomes of it: a row for each. */
public final class CountTable {
  private CountTable() {}

  /** The table of all of them, in their order. */
  public static TextTable of(List<TableCount> counts) {
    TextTable table =
        new TextTable(
            List.of(
                Column.cutLate("TABLE"),
                right("ITEMS", 9),
                right("OPEN", 7),
                right("ACCEPTED", 4),
                right("RESOLVED", 3),
                right("CLOSED", 2),
                right("UNKNOWN", 6),
                Column.kept("TAKEN").toTheRight(),
                Column.kept("THERE").toTheRight(),
                right("ODD", 8),
                Column.dropped("", 1)));
    counts.forEach(count -> row(table, count));
    return table;
  }

  private static Column right(String title, int order) {
    return Column.dropped(title, order).toTheRight();
  }

  private static void row(TextTable table, TableCount count) {
    table.row(
        List.of(
            Cell.of(Visible.of(count.source().table())),
            number(count.items()),
            number(count.of(Status.OPEN)),
            number(count.of(Status.WHITELISTED)),
            number(count.of(Status.RESOLVED)),
            number(count.of(Status.CLOSED)),
            number(count.of(Status.UNKNOWN)),
            number(count.taken()),
            number(count.there()),
            number(count.odd() + count.doubles() + count.unreadable()),
            Cell.of(remark(count.source()))));
  }

  private static String remark(Source source) {
    return switch (source.way()) {
      case COPIED -> "";
      case IN_PLACE -> "in place";
      case LEFT -> "stays: no such check yet";
    };
  }

  private static Cell number(long number) {
    return new Cell(Words.number(number), String.format(Locale.ROOT, "%d", number), text -> text);
  }
}
