package dev.hammer.cli.demo;

import dev.hammer.app.issues.IssueListing;
import dev.hammer.app.scan.ScanReport;
import dev.hammer.cli.issues.IssueColumn;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextTable;
import dev.hammer.cli.terminal.TextTable.Cell;
import dev.hammer.cli.terminal.TextTable.Column;
import dev.hammer.cli.terminal.TextWidth;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.scan.Coverage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the demo shows for a start: coverage, counts, the two worst issues, and what to try. */
public final class DemoScreen {
  private static final int WORST_SHOWN = 2;
  private static final int INDENT = 11;

  private final ScanReport report;
  private final IssueListing open;

  public DemoScreen(ScanReport report, IssueListing open) {
    this.report = report;
    this.open = open;
  }

  /** What it is, said before it is looked at. */
  public static String greeting(RunningDemo demo, Style style) {
    return style.bold("DEMO")
        + "  A pretend AWS on this machine (moto, "
        + demo.address()
        + "): "
        + Words.count(demo.estate().all().size(), "account")
        + ", "
        + Words.count(demo.estate().regions().size(), "region")
        + ". No credentials, no risk.";
  }

  /** The lines after the scan. */
  public List<String> lines(int width, Style style) {
    List<String> lines = new ArrayList<>();
    lines.add(coverage(style));
    List<Issue> issues = open.issues();
    lines.add(Words.count(issues.size(), "open issue") + (issues.isEmpty() ? "" : ": " + counts()));
    worst(width, style).forEach(lines::add);
    if (issues.size() > WORST_SHOWN) {
      lines.add(" and " + Words.number(issues.size() - WORST_SHOWN) + " more");
    }
    String worst = issues.stream().findFirst().map(i -> " show " + i.ref().shown()).orElse(" scan");
    List<String> steps =
        List.of("hammer --demo" + worst, "hammer --demo issues", "hammer demo --stop");
    lines.addAll(tries(steps, width, style));
    return lines;
  }

  private String coverage(Style style) {
    Coverage coverage = report.coverage();
    String line =
        "Coverage "
            + Words.percent(coverage.percent())
            + ": "
            + Words.number(coverage.complete())
            + " of "
            + Words.count(coverage.units(), "unit")
            + ", "
            + Words.count(report.plan().checks().size(), "check")
            + ", "
            + Words.count(report.resources(), "resource")
            + ".";
    return coverage.isFull() ? line : style.unknown(line);
  }

  private String counts() {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    open.issues().forEach(issue -> counts.merge(issue.finding().severity(), 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<Severity, Integer>comparingByKey(Comparator.reverseOrder()))
        .map(entry -> Words.number(entry.getValue()) + " " + entry.getKey().word())
        .collect(Collectors.joining(", "));
  }

  /** Without the head, which two issues do not need; what is wrong goes below each. */
  private List<String> worst(int width, Style style) {
    List<Issue> shown = open.issues().subList(0, Math.min(WORST_SHOWN, open.issues().size()));
    TextTable table =
        new TextTable(
            List.of(
                Column.kept(""),
                Column.kept(""),
                Column.cutLate(""),
                Column.cut(""),
                Column.dropped("", 1)));
    for (Issue issue : shown) {
      Severity severity = issue.finding().severity();
      table.row(
          List.of(
              Cell.of(" " + issue.ref().shown()),
              new Cell(severity.name(), severity.word(), text -> style.severity(severity, text)),
              Cell.of(issue.key().check()),
              Cell.of(Visible.of(IssueColumn.shortly(issue.resource()))),
              Cell.of(Visible.of(open.books().accountName(issue.key().account())))));
    }
    List<String> rows = table.fitted(width, style);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      lines.add(rows.get(i + 1));
      TextWidth.lines(Visible.of(shown.get(i).finding().summary()), width - INDENT)
          .forEach(line -> lines.add(" ".repeat(INDENT) + line));
    }
    return lines;
  }

  private static List<String> tries(List<String> steps, int width, Style style) {
    String line = "   " + String.join("      ", steps);
    if (line.length() + 3 <= width) {
      return List.of(style.bold("Try") + line);
    }
    List<String> lines = new ArrayList<>();
    for (String step : steps) {
      lines.add((lines.isEmpty() ? style.bold("Try") : "   ") + "   " + step);
    }
    return lines;
  }
}
