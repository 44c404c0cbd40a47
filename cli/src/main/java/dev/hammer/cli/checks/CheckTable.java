package dev.hammer.cli.checks;

import dev.hammer.app.checks.CheckState;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextTable;
import dev.hammer.cli.terminal.TextTable.Cell;
import dev.hammer.cli.terminal.TextTable.Column;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.core.check.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The list of checks. */
public final class CheckTable {
  private static final String USUAL = "default";

  private CheckTable() {}

  /** The checks in the order given, for a pipe. */
  public static TextTable full(List<CheckState> checks) {
    return of(checks, new Style(false), true);
  }

  /** The same for a terminal; what sets them is told only where that is news. */
  public static TextTable of(List<CheckState> checks, Style style) {
    return of(checks, style, checks.stream().anyMatch(check -> !check.origin().equals(USUAL)));
  }

  private static TextTable of(List<CheckState> checks, Style style, boolean withOrigin) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.kept(" CHECK"));
    columns.add(Column.kept("SEVERITY"));
    columns.add(Column.dropped("SERVICE", 1));
    columns.add(Column.cut("FINDS"));
    columns.add(Column.kept("STATE"));
    if (withOrigin) {
      columns.add(Column.dropped("SET BY", 2));
    }
    TextTable table = new TextTable(columns);
    checks.forEach(check -> table.row(row(check, style).subList(0, columns.size())));
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
