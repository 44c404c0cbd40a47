package dev.hammer.app.issues;

import dev.hammer.core.filter.Filter;
import dev.hammer.core.issue.Issue;
import java.util.List;

/**
 * What came of a question for issues.
 *
 * @param issues those selected, in order
 * @param open how many are open, whatever was asked
 */
public record IssueListing(Filter query, Books books, List<Issue> issues, long open) {
  public IssueListing {
    issues = List.copyOf(issues);
  }

  /** Whether nothing was ever looked at, so that nothing can be said. */
  public boolean isUnseen() {
    return books.isEmpty() && issues.isEmpty() && open == 0;
  }

  public IssueListing with(List<Issue> ordered) {
    return new IssueListing(query, books, ordered, open);
  }
}
