package dev.hammer.cli.whitelist;

import dev.hammer.app.config.AwsSection;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextTable;
import dev.hammer.cli.terminal.TextTable.Cell;
import dev.hammer.cli.terminal.TextTable.Column;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.whitelist.WhitelistEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The list of accepted risks. */
public final class WhitelistTable {
  /** What ends within this time deserves a second look. */
  public static final Duration SOON = Duration.ofDays(14);

  private static final String NONE = "-";

  private final AwsSection aws;
  private final Instant now;
  private final Style style;

  public WhitelistTable(AwsSection aws, Instant now, Style style) {
    this.aws = aws;
    this.now = now;
    this.style = style;
  }

  /** The entries in the order given. */
  public TextTable of(List<WhitelistEntry> entries) {
    TextTable table =
        new TextTable(
            List.of(
                Column.kept(" ENTRY"),
                Column.kept("STATE"),
                Column.cut("CHECK"),
                Column.cut("RESOURCE"),
                Column.dropped("ACCOUNT", 4),
                Column.kept("UNTIL"),
                Column.dropped("OWNER", 3),
                Column.dropped("KEPT IN", 5),
                Column.dropped("TICKET", 2),
                Column.dropped("REASON", 1)));
    entries.forEach(entry -> table.row(row(entry)));
    return table;
  }

  private List<Cell> row(WhitelistEntry entry) {
    String state = entry.isActive(now) ? "active" : "expired";
    return List.of(
        new Cell(" " + entry.id(), entry.id(), UnaryOperator.identity()),
        new Cell(state, state, entry.isActive(now) ? UnaryOperator.identity() : style::faint),
        cell(entry.check()),
        cell(entry.resource()),
        new Cell(account(entry.account()), Visible.of(entry.account()), UnaryOperator.identity()),
        until(entry),
        cell(entry.owner()),
        cell(entry.source()),
        cell(entry.ticket().orElse("")),
        cell(entry.reason()));
  }

  private String account(String id) {
    Optional<String> name = AccountId.isValid(id) ? aws.nameOf(AccountId.of(id)) : Optional.empty();
    return Visible.of(name.orElse(id));
  }

  private Cell until(WhitelistEntry entry) {
    String full = entry.expires().map(Instant::toString).orElse("never");
    String shown = entry.expires().map(Words::day).orElse("never");
    return new Cell(shown, full, isSoon(entry) ? style::warning : UnaryOperator.identity());
  }

  /** Whether it is in force, but not for long. */
  public boolean isSoon(WhitelistEntry entry) {
    return endsWithin(entry, SOON, now);
  }

  /** Whether it is in force now and will not be after this time. */
  public static boolean endsWithin(WhitelistEntry entry, Duration time, Instant now) {
    return entry.isActive(now)
        && entry.expires().filter(end -> !end.isAfter(now.plus(time))).isPresent();
  }

  private static Cell cell(String text) {
    return Cell.of(text.isEmpty() ? NONE : Visible.of(text));
  }
}
