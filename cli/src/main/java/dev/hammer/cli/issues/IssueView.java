package dev.hammer.cli.issues;

import dev.hammer.core.issue.IssueOrder;
import java.util.List;
import java.util.Optional;

/**
 * How somebody wants to see a list.
 *
 * @param groupBy counts by this instead of listing
 * @param order by what the list is sorted; empty for the usual order
 * @param limit at most so many issues
 * @param headers whether a pipe gets the names of the columns, too
 */
public record IssueView(
    List<IssueColumn> columns,
    Optional<IssueColumn> groupBy,
    List<IssueOrder.Step> order,
    int limit,
    boolean headers) {
  public IssueView {
    columns = List.copyOf(columns);
    order = List.copyOf(order);
  }
}
