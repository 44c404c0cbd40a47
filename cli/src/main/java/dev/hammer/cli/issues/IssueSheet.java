package dev.hammer.cli.issues;

import dev.hammer.app.issues.Books;
import dev.hammer.cli.terminal.Csv;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.core.issue.Issue;
import java.util.List;
import java.util.stream.Collectors;

/** Issues as lines of full values, one by one: for pipes and for spreadsheets. */
public record IssueSheet(List<IssueColumn> columns, Books books) {
  public IssueSheet {
    columns = List.copyOf(columns);
  }

  /** The names of the columns between tabs. */
  public String tabbedHead() {
    return columns.stream()
        .map(column -> column.column().title().strip())
        .collect(Collectors.joining("\t"));
  }

  /** The values of an issue between tabs. */
  public String tabbed(Issue issue) {
    return columns.stream()
        .map(column -> Visible.of(column.text(issue, books)))
        .collect(Collectors.joining("\t"));
  }

  /** The names of the columns as {@code --columns} takes them, with the end of the line. */
  public String csvHead() {
    return Csv.line(columns.stream().map(IssueColumn::name).toList());
  }

  /** The values of an issue, with the end of the line; what there is not is empty. */
  public String csv(Issue issue) {
    return Csv.line(columns.stream().map(column -> column.full().apply(issue, books)).toList());
  }
}
