package dev.hammer.cli.permissions;

import dev.hammer.app.permissions.Need;
import dev.hammer.cli.terminal.TextTable;
import dev.hammer.cli.terminal.TextTable.Cell;
import dev.hammer.cli.terminal.TextTable.Column;
import java.util.Collection;
import java.util.List;

/** Which check needs which action, and what for: one row for each of both. */
public final class NeedTable {
  private NeedTable() {}

  /** The table of all needs, in their order. */
  public static TextTable of(List<Need> needs) {
    TextTable table =
        new TextTable(List.of(Column.kept("ACTION"), Column.cutLate("CHECK"), Column.kept("FOR")));
    for (Need need : needs) {
      if (need.plans()) {
        row(table, need, "every scan", "its plan");
      }
      rows(table, need, need.decides(), "the verdict");
      rows(table, need, need.grades(), "severity, context");
    }
    return table;
  }

  private static void rows(TextTable table, Need need, Collection<String> checks, String purpose) {
    checks.forEach(check -> row(table, need, check, purpose));
  }

  private static void row(TextTable table, Need need, String check, String purpose) {
    table.row(List.of(Cell.of(need.action()), Cell.of(check), Cell.of(purpose)));
  }
}
