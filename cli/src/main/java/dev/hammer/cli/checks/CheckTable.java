package dev.hammer.cli.checks;

import dev.hammer.app.checks.CheckState;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextTable;
import dev.hammer.cli.terminal.TextTable.Cell;
import dev.hammer.cli.terminal.TextTable.Column;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.core.check.Severity;
import java.util.List;
import java.util.function.UnaryOperator;

/** The list of checks. */
public final class CheckTable {
  private CheckTable() {}

  /** The checks in the order given. */
  public static TextTable of(List<CheckState> checks, Style style) {
    TextTable table =
        new TextTable(
            List.of(
                Column.kept(" CHECK"),
                Column.kept("SEVERITY"),
                Column.dropped("SERVICE", 1),
                Column.cut("FINDS"),
                Column.kept("ON"),
                Column.dropped("SET BY", 2)));
    checks.forEach(check -> table.row(row(check, style)));
    return table;
  }

  private static List<Cell> row(CheckState check, Style style) {
    Severity severity = check.info().severity();
    return List.of(
        new Cell(" " + check.info().id(), check.info().id(), UnaryOperator.identity()),
        new Cell(severity.name(), severity.word(), text -> style.severity(severity, text)),
        Cell.of(check.info().service()),
        Cell.of(check.info().title()),
        new Cell(
            check.word(),
            check.word(),
            check.enabled() ? UnaryOperator.identity() : style::unknown),
        Cell.of(Visible.of(check.origin())));
  }
}
