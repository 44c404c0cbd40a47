package dev.hammer.cli.issues;

import dev.hammer.app.config.Configuration;
import dev.hammer.app.issues.Books;
import dev.hammer.app.issues.IssueListing;
import dev.hammer.cli.terminal.Style;
import dev.hammer.cli.terminal.TextTable;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of issues for people: the table, and below it how many there are, which of them were not
 * confirmed, and the coverage. In a pipe only the rows are data; the rest is talk.
 *
 * @param shown how many issues are listed
 * @param groups what is counted, if the view groups
 * @param hammer how a person calls the program in next steps, such as {@code hammer --demo}
 */
public record IssueListScreen(
    IssueListing listing,
    long shown,
    IssueView view,
    List<IssueGroup> groups,
    Configuration configuration,
    String hammer) {
  public IssueListScreen {
    groups = List.copyOf(groups);
  }

  /** Whether there is nothing to list, so that only {@link #nothing} is left to say. */
  public boolean isEmpty() {
    return listing.isEmpty();
  }

  /** What is said instead of a list. */
  public List<String> nothing(Style style) {
    if (listing.isUnseen()) {
      return List.of("Nothing has been scanned yet. Start: " + hammer + " scan");
    }
    if (listing.open() > 0) {
      return List.of(
          "No issue matches. "
              + Words.number(listing.open())
              + (listing.open() == 1 ? " is open: " : " are open: ")
              + hammer
              + " issues",
          new CoverageWords(listing.books()).line(style));
    }
    List<String> lines = new ArrayList<>();
    if (!listing.query().isUsual()) {
      lines.add("No issue matches, and none is open.");
    }
    lines.addAll(new NothingFound(listing.books(), configuration, hammer).lines(style));
    return lines;
  }

  /** Head and rows for a terminal of this width. */
  public List<String> fitted(int width, Style style) {
    return table(style, columns()).fitted(width, style);
  }

  /** Head and rows with every value in full. */
  public List<String> wide(Style style) {
    return table(style, view.columns()).wide(style);
  }

  /** Rows of full values for a pipe. */
  public List<String> tabbed() {
    return table(new Style(false), view.columns()).tabbed(view.headers());
  }

  /** Rows of full values for a spreadsheet. */
  public List<String> csv() {
    return table(new Style(false), view.columns()).csv();
  }

  /** {@code 35 issues. ? = not confirmed by the latest scan (3). Coverage 98.9 %, ... ago.} */
  public String footer(Style style) {
    return count()
        + ". "
        + doubt("? = not confirmed by the latest scan (%s). ", style)
        + coverage(style);
  }

  /** The same for what stands beside a pipe, which shows no marks. */
  public String beside(Style style) {
    return count()
        + ". "
        + doubt("%s not confirmed by the latest scan: is:unverified. ", style)
        + coverage(style);
  }

  private String count() {
    long selected = listing.totals().selected();
    String all = Words.count(selected, "issue");
    return view.groupBy().isEmpty() && shown < selected
        ? "The first " + Words.number(shown) + " of " + all + " (all: --limit 0)"
        : all;
  }

  private String doubt(String words, Style style) {
    long doubtful = listing.totals().unverified();
    return doubtful == 0 ? "" : style.unknown(words.replace("%s", Words.number(doubtful)));
  }

  private String coverage(Style style) {
    return new CoverageWords(listing.books()).line(style);
  }

  private TextTable table(Style style, List<IssueColumn> columns) {
    Books books = listing.books();
    if (view.groupBy().isPresent()) {
      IssueColumn by = view.groupBy().get();
      return IssueGroup.table(by.name(), groups, books.now(), style);
    }
    TextTable table = new TextTable(columns.stream().map(IssueColumn::column).toList());
    for (Issue issue : listing.issues()) {
      table.row(columns.stream().map(column -> column.cell(issue, books, style)).toList());
    }
    return table;
  }

  /** On a terminal, the status is shown where it is not the same for all. */
  private List<IssueColumn> columns() {
    boolean allOpen = listing.issues().stream().allMatch(issue -> issue.status() == Status.OPEN);
    if (allOpen || !view.columns().equals(IssueColumn.USUAL)) {
      return view.columns();
    }
    List<IssueColumn> more = new ArrayList<>(view.columns());
    IssueColumn.named("status").ifPresent(status -> more.add(2, status));
    return more;
  }
}
