package dev.hammer.core.issue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the first of many issues in an order, and no others. */
public final class FirstIssues {
  private final Comparator<Issue> order;
  private final long limit;
  private final PriorityQueue<Issue> lastOnTop;

  /**
   * Keeps none yet.
   *
   * @param limit at most so many
   */
  public FirstIssues(Comparator<Issue> order, long limit) {
    this.order = order;
    this.limit = limit;
    this.lastOnTop = new PriorityQueue<>(order.reversed());
  }

  public void add(Issue issue) {
    if (lastOnTop.size() < limit) {
      lastOnTop.add(issue);
    } else if (limit > 0 && order.compare(issue, lastOnTop.element()) < 0) {
      lastOnTop.remove();
      lastOnTop.add(issue);
    }
  }

  public List<Issue> sorted() {
    List<Issue> sorted = new ArrayList<>(lastOnTop);
    sorted.sort(order);
    return sorted;
  }
}
