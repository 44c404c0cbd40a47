package dev.hammer.app.issues;

import dev.hammer.core.issue.Issue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the first of many issues in an order, and no others. */
final class FirstOnes {
  private final Comparator<Issue> order;
  private final int limit;
  private final PriorityQueue<Issue> lastOnTop;

  FirstOnes(Comparator<Issue> order, int limit) {
    this.order = order;
    this.limit = limit;
    this.lastOnTop = new PriorityQueue<>(order.reversed());
  }

  void add(Issue issue) {
    if (lastOnTop.size() < limit) {
      lastOnTop.add(issue);
    } else if (limit > 0 && order.compare(issue, lastOnTop.element()) < 0) {
      lastOnTop.remove();
      lastOnTop.add(issue);
    }
  }

  List<Issue> sorted() {
    List<Issue> sorted = new ArrayList<>(lastOnTop);
    sorted.sort(order);
    return sorted;
  }
}
