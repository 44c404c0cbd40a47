package dev.hammer.cli.history;

import dev.hammer.app.history.Diff;
import dev.hammer.app.history.Difference;
import dev.hammer.app.history.Lost;
import dev.hammer.app.issues.Books;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextTable;
import dev.hammer.cli.terminal.TextTable.Cell;
import dev.hammer.cli.terminal.TextTable.Column;
import dev.hammer.cli.terminal.TextWidth;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.scan.Scan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What changed between two scans: first what is no longer covered, for all that follows is only as
 * good as what was read, then the issues. In a pipe each is a line of full values between tabs.
 */
public record DiffScreen(Diff diff, Books books, Style style) {
  private static final int NAMED = 20;

  /** The whole screen, no line wider than this if that can be had. */
  public List<String> lines(int width) {
    List<String> lines = new ArrayList<>(head());
    lines.addAll(coverage(width));
    if (!diff.differences().isEmpty()) {
      lines.add("");
      lines.addAll(table().fitted(width, style));
    }
    lines.add("");
    lines.add(counts());
    return lines;
  }

  /** Rows of full values for a pipe. */
  public List<String> tabbed() {
    return new DiffScreen(diff, books, new Style(false)).table().tabbed(false);
  }

  /** What stands beside the rows in a pipe. */
  public List<String> beside() {
    List<String> lines = new ArrayList<>(head());
    lines.addAll(coverage(Integer.MAX_VALUE));
    lines.add(counts());
    return lines;
  }

  private List<String> head() {
    return List.of("From  " + scan(diff.from()), "To    " + scan(diff.to()));
  }

  private static String scan(Scan scan) {
    return Visible.of(scan.id())
        + "  "
        + Words.minute(scan.started())
        + "  "
        + scan.outcome().word()
        + (scan.whole() ? "" : ", part of the scope");
  }

  private String counts() {
    String counts =
        Arrays.stream(Difference.Kind.values())
            .filter(kind -> !diff.of(kind).isEmpty())
            .map(kind -> Words.number(diff.of(kind).size()) + " " + kind.word())
            .collect(Collectors.joining(", "));
    return (counts.isEmpty() ? "No issue changed" : counts) + ".";
  }

  private List<String> coverage(int width) {
    List<String> lines = new ArrayList<>();
    if (!diff.isCoverageKnown()) {
      lines.add(
          style.unknown(
              "What is no longer covered is not known: a scan did not say what it read."));
      return lines;
    }
    if (!diff.lost().isEmpty()) {
      lines.add("");
      lines.add(style.unknown("No longer covered: " + Words.count(diff.lost().size(), "unit")));
      List<String> groups = groups();
      groups.stream()
          .limit(NAMED)
          .flatMap(group -> TextWidth.lines(group, width - 2).stream())
          .forEach(line -> lines.add("  " + line));
      if (groups.size() > NAMED) {
        lines.add("  and " + Words.number(groups.size() - (long) NAMED) + " more (-o json: all)");
      }
    }
    if (diff.gained() > 0) {
      lines.add(
          "Covered now and not before: "
              + Words.count(diff.gained(), "unit")
              + "; what is new there may be old.");
    }
    return lines;
  }

  /** One line for each account, service and cause. */
  private List<String> groups() {
    Map<String, List<String>> regions = new LinkedHashMap<>();
    for (Lost lost : diff.lost()) {
      String why =
          lost.why().map(w -> ": " + words(w)).orElse(": the later scan did not look there");
      String group = account(lost.unit().account()) + "  " + lost.unit().service() + "  %s" + why;
      regions.computeIfAbsent(group, _ -> new ArrayList<>()).add(lost.unit().region().name());
    }
    return regions.entrySet().stream()
        .map(e -> Visible.of(e.getKey().replace("%s", String.join(", ", e.getValue()))))
        .toList();
  }

  private static String words(ReadFailure why) {
    return why.kind().words() + " " + why.call().action();
  }

  private TextTable table() {
    TextTable table =
        new TextTable(
            List.of(
                Column.kept(" CHANGE"),
                Column.kept("REF"),
                Column.kept("SEVERITY"),
                Column.dropped("CHECK", 2),
                Column.cut("RESOURCE"),
                Column.dropped("ACCOUNT", 1),
                Column.cut("WHAT")));
    diff.differences().forEach(difference -> table.row(row(difference)));
    return table;
  }

  private List<Cell> row(Difference difference) {
    Issue issue = difference.issue();
    Severity severity = difference.severity();
    String kind = difference.kind().word();
    String id = Visible.of(issue.key().issueId());
    String named =
        issue
            .resource()
            .name()
            .filter(n -> !n.equals(id))
            .map(n -> id + " " + Visible.of(n))
            .orElse(id);
    return List.of(
        new Cell(" " + kind, kind, paint(difference.kind())),
        new Cell(issue.ref().shown(), issue.ref().text(), UnaryOperator.identity()),
        new Cell(
            severity.word().toUpperCase(Locale.ROOT),
            severity.word(),
            text -> style.severity(severity, text)),
        Cell.of(Visible.of(issue.key().check())),
        new Cell(named, id, UnaryOperator.identity()),
        new Cell(
            account(issue.key().account()), issue.key().account().id(), UnaryOperator.identity()),
        Cell.of(Visible.of(difference.last().text())));
  }

  private UnaryOperator<String> paint(Difference.Kind kind) {
    return switch (kind) {
      case NEW, BACK -> style::warning;
      case RESOLVED -> style::verified;
      case CHANGED, ACCEPTED -> UnaryOperator.identity();
    };
  }

  private String account(AccountId account) {
    String name = books.accountName(account);
    return name.isEmpty() ? account.id() : Visible.of(name);
  }
}
