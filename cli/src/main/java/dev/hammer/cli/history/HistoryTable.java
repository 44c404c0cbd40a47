package dev.hammer.cli.history;

import dev.hammer.app.config.AwsSection;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextTable;
import dev.hammer.cli.terminal.TextTable.Cell;
import dev.hammer.cli.terminal.TextTable.Column;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.IssueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What happened, a line each. On a terminal the lines are fitted; in a pipe each is full values
 * between tabs: time, kind, ref, check, account, issue id, actor, scan, text.
 */
public final class HistoryTable {
  private static final List<Column> COLUMNS =
      List.of(
          Column.kept(" TIME"),
          Column.kept("KIND"),
          Column.kept("REF"),
          Column.dropped("CHECK", 3),
          Column.cut("RESOURCE"),
          Column.dropped("ACCOUNT", 2),
          Column.dropped("ACTOR", 4),
          Column.dropped("SCAN", 1),
          Column.cutLate("WHAT"));
  private static final List<Column> COLUMNS_OF_ONE =
      List.of(
          Column.kept(" TIME"),
          Column.kept("KIND"),
          Column.dropped("ACTOR", 2),
          Column.dropped("SCAN", 1),
          Column.cutLate("WHAT"));
  private static final String NONE = "-";

  private final AwsSection aws;
  private final boolean people;
  private final Style style;

  public HistoryTable(AwsSection aws, boolean people, Style style) {
    this.aws = aws;
    this.people = people;
    this.style = style;
  }

  /** Head and rows for a terminal of this width; what is the same in each is said once. */
  public List<String> fitted(List<HistoryEntry> entries, int width) {
    return entries.stream().map(HistoryEntry::key).distinct().limit(2).count() == 1
        ? ofOne(entries, width)
        : table(entries).fitted(width, style);
  }

  private List<String> ofOne(List<HistoryEntry> entries, int width) {
    IssueKey key = entries.getFirst().key();
    TextTable table = new TextTable(COLUMNS_OF_ONE);
    entries.forEach(
        entry -> {
          List<Cell> row = row(entry);
          table.row(List.of(row.get(0), row.get(1), row.get(6), row.get(7), row.get(8)));
        });
    List<String> lines = new ArrayList<>();
    lines.add(
        " "
            + key.ref().shown()
            + "  "
            + Visible.of(key.check())
            + "  "
            + Visible.of(key.issueId())
            + "  "
            + account(key));
    lines.addAll(table.fitted(width, style));
    return lines;
  }

  /** The same with every value in full. */
  public List<String> wide(List<HistoryEntry> entries) {
    return table(entries).wide(style);
  }

  private TextTable table(List<HistoryEntry> entries) {
    TextTable table = new TextTable(COLUMNS);
    entries.forEach(entry -> table.row(row(entry)));
    return table;
  }

  /** One entry by itself, where there are too many to be fitted. */
  public String line(HistoryEntry entry) {
    List<Cell> row = row(entry);
    return people
        ? String.join("  ", row.stream().map(Cell::shown).toList())
        : String.join("\t", row.stream().map(Cell::full).toList());
  }

  private List<Cell> row(HistoryEntry entry) {
    IssueKey key = entry.key();
    String kind = entry.kind().word();
    return List.of(
        new Cell(" " + Words.minute(entry.at()), entry.at().toString(), style::faint),
        new Cell(kind, kind, paint(entry.kind())),
        new Cell(key.ref().shown(), key.ref().text(), UnaryOperator.identity()),
        cell(key.check()),
        cell(key.issueId()),
        new Cell(account(key), key.account().id(), UnaryOperator.identity()),
        cell(entry.actor()),
        cell(entry.scanId().orElse("")),
        cell(entry.text()));
  }

  private UnaryOperator<String> paint(EventKind kind) {
    return switch (kind) {
      case FOUND, BACK -> style::warning;
      case RESOLVED -> style::verified;
      case CHANGED, WHITELISTED, UNWHITELISTED, REPORTED -> UnaryOperator.identity();
    };
  }

  private String account(IssueKey key) {
    return Visible.of(aws.nameOf(key.account()).orElse(key.account().id()));
  }

  private static Cell cell(String text) {
    return Cell.of(text.isEmpty() ? NONE : Visible.of(text));
  }
}
