package dev.hammer.app.issues;

import dev.hammer.core.filter.Filter;
import dev.hammer.core.issue.Issue;
import java.util.List;

/**
 * What came of a question for issues.
 *
 * @param issues the first of those selected, in order
 * @param totals of all that are selected
 * @param open where nothing is selected, how many are open whatever was asked; else 0
 */
public record IssueListing(
    Filter query, Books books, List<Issue> issues, IssueTotals totals, long open) {
  public IssueListing {
    issues = List.copyOf(issues);
  }

  /** Whether nothing is selected. */
  public boolean isEmpty() {
    return totals.selected() == 0;
  }

  /** Whether nothing was ever looked at, so that nothing can be said. */
  public boolean isUnseen() {
    return books.isEmpty() && isEmpty() && open == 0;
  }
}
