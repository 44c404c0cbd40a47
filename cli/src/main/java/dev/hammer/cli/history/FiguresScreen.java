package dev.hammer.cli.history;

import dev.hammer.app.history.LifeFigure;
import dev.hammer.app.history.LifeFigures;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextTable;
import dev.hammer.cli.terminal.TextTable.Cell;
import dev.hammer.cli.terminal.TextTable.Column;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How long issues stay, for each severity and check. In a pipe, spans are seconds. */
public record FiguresScreen(LifeFigures figures, Style style) {
  private static final String NONE = "-";

  /** Head and rows for a terminal of this width. */
  public List<String> fitted(int width) {
    return table(style).fitted(width, style);
  }

  /** Rows of full values for a pipe. */
  public List<String> tabbed() {
    return table(new Style(false)).tabbed(false);
  }

  /** {@code Resolved counts from 2026-08-26. Coverage 100 %, ... ago.} */
  public String footer(String coverage) {
    return "Resolved since " + Words.day(figures.since()) + ". " + coverage;
  }

  private TextTable table(Style paint) {
    TextTable table =
        new TextTable(
            List.of(
                Column.cutLate(" ISSUES"),
                Column.kept("OPEN").toTheRight(),
                Column.kept("MEDIAN AGE").toTheRight(),
                Column.kept("RESOLVED").toTheRight(),
                Column.kept("MEDIAN TIME TO RESOLVE").toTheRight()));
    table.row(row("all", figures.all(), paint::bold));
    figures
        .bySeverity()
        .forEach(
            (severity, figure) ->
                table.row(row(severity.word(), figure, text -> paint.severity(severity, text))));
    figures
        .byCheck()
        .forEach((check, figure) -> table.row(row(check, figure, UnaryOperator.identity())));
    return table;
  }

  private static List<Cell> row(String name, LifeFigure figure, UnaryOperator<String> paint) {
    String visible = Visible.of(name);
    return List.of(
        new Cell(" " + visible, visible, paint),
        number(figure.open()),
        span(figure.age()),
        number(figure.resolved()),
        span(figure.timeToResolve()));
  }

  private static Cell number(int number) {
    return new Cell(Words.number(number), Integer.toString(number), UnaryOperator.identity());
  }

  private static Cell span(Optional<Duration> span) {
    return new Cell(
        span.map(s -> Words.age(Instant.EPOCH, Instant.EPOCH.plus(s))).orElse(NONE),
        span.map(s -> Long.toString(s.toSeconds())).orElse(NONE),
        UnaryOperator.identity());
  }
}
