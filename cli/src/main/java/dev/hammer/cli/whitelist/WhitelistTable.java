package dev.hammer.cli.whitelist;

import dev.hammer.app.issues.Books;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextTable;
import dev.hammer.cli.terminal.TextTable.Cell;
import dev.hammer.cli.terminal.TextTable.Column;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.whitelist.WhitelistEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The list of accepted risks.
 *
 * @param accepted how many issues each entry accepts now, by its id
 */
public record WhitelistTable(Books books, Map<String, Long> accepted, Style style) {
  private static final String NONE = "-";

  /** The entries in the order given. */
  public TextTable of(List<WhitelistEntry> entries) {
    TextTable table =
        new TextTable(
            List.of(
                Column.kept(" ENTRY"),
                Column.kept("STATE"),
                Column.cutLate("CHECK"),
                Column.cut("RESOURCE"),
                Column.dropped("ACCOUNT", 5),
                Column.kept("UNTIL"),
                Column.dropped("OWNER", 3),
                Column.dropped("KEPT IN", 1),
                Column.dropped("TICKET", 2),
                Column.cut("REASON"),
                Column.dropped("ISSUES", 4).toTheRight()));
    entries.forEach(entry -> table.row(row(entry)));
    return table;
  }

  private List<Cell> row(WhitelistEntry entry) {
    EntryWords words = new EntryWords(entry, books);
    String account = Visible.of(entry.scope().accounts().toString());
    long issues = accepted.getOrDefault(entry.id(), 0L);
    return List.of(
        new Cell(" " + entry.id(), entry.id(), UnaryOperator.identity()),
        new Cell(words.state(), words.state(), paint(entry)),
        cell(entry.scope().check()),
        cell(entry.scope().what()),
        new Cell(words.shortAccounts(), account, UnaryOperator.identity()),
        until(entry),
        cell(entry.owner()),
        cell(entry.source()),
        cell(entry.ticket().orElse("")),
        cell(entry.reason()),
        new Cell(
            issues == 0 ? NONE : Words.number(issues),
            String.valueOf(issues),
            UnaryOperator.identity()));
  }

  private UnaryOperator<String> paint(WhitelistEntry entry) {
    if (!entry.isActive(books.now())) {
      return style::faint;
    }
    return entry.scope().isTooBroad() ? style::warning : UnaryOperator.identity();
  }

  private Cell until(WhitelistEntry entry) {
    String full = entry.expires().map(Instant::toString).orElse("never");
    String shown = entry.expires().map(Words::day).orElse("never");
    return new Cell(shown, full, isSoon(entry) ? style::warning : UnaryOperator.identity());
  }

  private boolean isSoon(WhitelistEntry entry) {
    return entry.endsWithin(WhitelistEntry.SOON, books.now());
  }

  private static Cell cell(String text) {
    return Cell.of(text.isEmpty() ? NONE : Visible.of(text));
  }
}
