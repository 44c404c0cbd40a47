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
  private static final int ROOMY = 120;

  private CheckTable() {}

  /** The checks in the order given, with all that there is to tell. */
  public static TextTable full(List<CheckState> checks, Style style) {
    return of(checks, style, true, true);
  }

  /**
   * The same for a terminal of that width: what sets them is told only where that is news, and the
   * service, which most ids begin with, only where there is room.
   */
  public static TextTable of(List<CheckState> checks, int width, Style style) {
    boolean isNews = checks.stream().anyMatch(check -> !check.origin().equals(USUAL));
    return of(checks, style, width >= ROOMY, isNews);
  }

  private static TextTable of(
      List<CheckState> checks, Style style, boolean withService, boolean withOrigin) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.kept(" CHECK"));
    columns.add(Column.kept("SEVERITY"));
    if (withService) {
      columns.add(Column.dropped("SERVICE", 1));
    }
    columns.add(Column.cut("FINDS"));
    columns.add(Column.kept("STATE"));
    if (withOrigin) {
      columns.add(Column.dropped("SET BY", 2));
    }
    TextTable table = new TextTable(columns);
    checks.forEach(check -> table.row(row(check, style, withService, withOrigin)));
    return table;
  }

  private static List<Cell> row(
      CheckState check, Style style, boolean withService, boolean withOrigin) {
    Severity severity = check.info().severity();
    UnaryOperator<String> state = check.enabled() ? UnaryOperator.identity() : style::unknown;
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(" " + check.info().id(), check.info().id(), UnaryOperator.identity()));
    cells.add(new Cell(severity.name(), severity.word(), text -> style.severity(severity, text)));
    if (withService) {
      cells.add(Cell.of(check.info().service()));
    }
    cells.add(Cell.of(check.info().title()));
    cells.add(new Cell(check.word(), check.word(), state));
    if (withOrigin) {
      cells.add(Cell.of(Visible.of(check.origin())));
    }
    return cells;
  }
}
