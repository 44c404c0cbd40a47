package dev.hammer.cli.accounts;

import dev.hammer.app.accounts.AccountRow;
import dev.hammer.app.scan.LeftOut;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextTable;
import dev.hammer.cli.terminal.TextTable.Cell;
import dev.hammer.cli.terminal.TextTable.Column;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.scan.Coverage;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Accounts as tables: those in scope, and those out of it. */
public final class AccountTable {
  private static final String NONE = "-";

  private final Instant now;
  private final Style style;

  public AccountTable(Instant now, Style style) {
    this.now = now;
    this.style = style;
  }

  /** Accounts in scope, with how well they are covered. */
  public TextTable covered(List<AccountRow> rows) {
    TextTable table =
        new TextTable(
            List.of(
                Column.kept(" ACCOUNT"),
                Column.cut("NAME"),
                Column.dropped("ROLE", 1),
                Column.kept("READY"),
                Column.kept("COVERAGE").toTheRight(),
                Column.dropped("UNITS", 2).toTheRight(),
                Column.kept("LAST READ").toTheRight()));
    rows.forEach(row -> table.row(row(row)));
    return table;
  }

  /** Accounts of the organization that are not in scope. */
  public TextTable missing(List<LeftOut> accounts) {
    TextTable table =
        new TextTable(
            List.of(
                Column.kept(" ACCOUNT"),
                Column.cut("NAME"),
                Column.dropped("STATE", 1),
                Column.kept("WHY")));
    accounts.forEach(
        one ->
            table.row(
                List.of(
                    id(one.account().id()),
                    name(one.name()),
                    Cell.of(one.state().words()),
                    new Cell(one.why(), one.reason().word(), UnaryOperator.identity()))));
    return table;
  }

  private List<Cell> row(AccountRow row) {
    Coverage coverage = row.coverage();
    String percent = coverage.units() == 0 ? NONE : Words.percent(coverage.percent());
    boolean isReady = row.readiness().isReady();
    return List.of(
        id(row.account().id()),
        name(row.target().name()),
        Cell.of(role(row)),
        new Cell(isReady ? "ready" : "NOT", isReady ? "ready" : "not", paint(isReady)),
        new Cell(percent, percent, coverage.isFull() ? style::verified : style::unknown),
        Cell.of(
            coverage.units() == 0
                ? NONE
                : Words.number(coverage.complete()) + "/" + Words.number(coverage.units())),
        new Cell(
            row.lastRead().map(at -> Words.age(at, now)).orElse("never"),
            row.lastRead().map(Instant::toString).orElse("never"),
            UnaryOperator.identity()));
  }

  private UnaryOperator<String> paint(boolean isReady) {
    return isReady ? UnaryOperator.identity() : style::error;
  }

  private static String role(AccountRow row) {
    return row.target().own() ? "(own)" : row.role().map(Visible::of).orElse(NONE);
  }

  private static Cell id(String id) {
    return new Cell(" " + id, id, UnaryOperator.identity());
  }

  private static Cell name(String name) {
    return Cell.of(name.isEmpty() ? NONE : Visible.of(name));
  }
}
