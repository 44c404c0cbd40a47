package dev.hammer.cli.issues;

import dev.hammer.app.issues.Books;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextTable;
import dev.hammer.cli.terminal.TextTable.Cell;
import dev.hammer.cli.terminal.TextTable.Column;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Issues that have something in common.
 *
 * @param severities how many there are of each severity
 * @param oldest when the oldest was found
 */
public record IssueGroup(
    String name, int issues, Map<Severity, Integer> severities, Instant oldest) {
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

  /** Groups issues by a column: the group with the worst issues first, then by number and name. */
  public static List<IssueGroup> of(List<Issue> issues, IssueColumn by, Books books) {
    Map<String, List<Issue>> groups = new TreeMap<>();
    issues.forEach(
        issue ->
            groups
                .computeIfAbsent(by.full().apply(issue, books), _ -> new ArrayList<>())
                .add(issue));
    List<IssueGroup> all = new ArrayList<>();
    groups.forEach((name, members) -> all.add(of(name, members)));
    Comparator<IssueGroup> order = Comparator.comparing(IssueGroup::worst);
    all.sort(order.thenComparingInt(IssueGroup::issues).reversed().thenComparing(IssueGroup::name));
    return all;
  }

  private static IssueGroup of(String name, List<Issue> members) {
    Map<Severity, Integer> severities = new EnumMap<>(Severity.class);
    members.forEach(issue -> severities.merge(issue.finding().severity(), 1, Integer::sum));
    Instant oldest =
        members.stream()
            .map(i -> i.timestamps().identified())
            .min(Instant::compareTo)
            .orElseThrow();
    return new IssueGroup(name, members.size(), severities, oldest);
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
      counts.put(severity.word(), severities.getOrDefault(severity, 0));
    }
    return Value.fields()
        .put("name", name)
        .put("issues", issues)
        .put("severities", counts.build())
        .put("oldest", Value.of(oldest))
        .build();
  }

  private List<Cell> cells(Instant now, Style style) {
    String visible = Visible.of(name);
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(" " + visible, visible, UnaryOperator.identity()));
    cells.add(new Cell(Words.number(issues), String.valueOf(issues), UnaryOperator.identity()));
    for (Severity severity : SHOWN) {
      int count = severities.getOrDefault(severity, 0);
      cells.add(
          new Cell(
              count == 0 ? "-" : Words.number(count),
              String.valueOf(count),
              text -> count == 0 ? text : style.severity(severity, text)));
    }
    cells.add(new Cell(Words.age(oldest, now), oldest.toString(), UnaryOperator.identity()));
    return cells;
  }

  private Severity worst() {
    return severities.keySet().stream().max(Comparator.naturalOrder()).orElse(Severity.INFO);
  }
}
