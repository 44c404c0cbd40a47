package dev.hammer.cli.issues;

import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextTable;
import dev.hammer.cli.terminal.TextTable.Cell;
import dev.hammer.cli.terminal.TextTable.Column;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.check.Severity;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Issues that have something in common.
 *
 * @param severities how many there are of each severity
 * @param oldest when the oldest was found whose age is known
 */
public record IssueGroup(
    String name, long issues, Map<Severity, Long> severities, Optional<Instant> oldest) {
  /** What issues can be grouped by, beside {@code tag.KEY}. */
  public static final List<String> KEYS =
      List.of("check", "account", "owner", "region", "severity");

  private static final List<Severity> SHOWN =
      List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);

  public IssueGroup {
    severities = Map.copyOf(severities);
  }

  /** The column to group by of that name. */
  public static Optional<IssueColumn> by(String key) {
    return Optional.of(key)
        .filter(name -> KEYS.contains(name) || name.startsWith("tag."))
        .flatMap(IssueColumn::named);
  }

  /** A table of groups. */
  public static TextTable table(String by, List<IssueGroup> groups, Instant now, Style style) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.cut(" " + Visible.of(by).toUpperCase(Locale.ROOT)));
    columns.add(Column.kept("ISSUES").toTheRight());
    SHOWN.forEach(severity -> columns.add(Column.dropped(severity.name(), 2).toTheRight()));
    columns.add(Column.dropped("OLDEST", 1).toTheRight());
    TextTable table = new TextTable(columns);
    groups.forEach(group -> table.row(group.cells(now, style)));
    return table;
  }

  /** The public form. */
  public Value.Fields toValue() {
    Value.Builder counts = Value.fields();
    for (Severity severity : SHOWN) {
      counts.put(severity.word(), severities.getOrDefault(severity, 0L));
    }
    return Value.fields()
        .put("name", name)
        .put("issues", issues)
        .put("severities", counts.build())
        .put("oldest", Value.instant(oldest))
        .build();
  }

  private List<Cell> cells(Instant now, Style style) {
    String visible = Visible.of(name);
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(" " + visible, visible, UnaryOperator.identity()));
    cells.add(new Cell(Words.number(issues), String.valueOf(issues), UnaryOperator.identity()));
    for (Severity severity : SHOWN) {
      long count = severities.getOrDefault(severity, 0L);
      cells.add(
          new Cell(
              count == 0 ? "-" : Words.number(count),
              String.valueOf(count),
              text -> count == 0 ? text : style.severity(severity, text)));
    }
    cells.add(
        new Cell(
            oldest.map(at -> Words.age(at, now)).orElse(Words.UNKNOWN),
            oldest.map(Instant::toString).orElse(Words.UNKNOWN),
            UnaryOperator.identity()));
    return cells;
  }

  /** The worst severity in it. */
  Severity worst() {
    return severities.keySet().stream().max(Comparator.naturalOrder()).orElse(Severity.INFO);
  }
}
