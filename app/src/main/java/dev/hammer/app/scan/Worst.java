package dev.hammer.app.scan;

import dev.hammer.core.issue.Issue;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The most severe of many issues, never more than a number of them. */
final class Worst {
  private static final Comparator<Issue> WORST_FIRST =
      Comparator.comparing((Issue issue) -> issue.finding().severity())
          .reversed()
          .thenComparing(Issue::key);

  private final int most;
  private final NavigableSet<Issue> kept = new TreeSet<>(WORST_FIRST);

  Worst(int most) {
    this.most = most;
  }

  void add(Issue issue) {
    kept.add(issue);
    if (kept.size() > most) {
      kept.removeLast();
    }
  }

  void clear() {
    kept.clear();
  }

  /** The worst first. */
  List<Issue> list() {
    return List.copyOf(kept);
  }
}
