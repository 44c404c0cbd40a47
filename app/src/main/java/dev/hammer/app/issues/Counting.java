package dev.hammer.app.issues;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.SliceTally;
import dev.hammer.core.scan.Slice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts issues, one by one or slice by slice. */
final class Counting {
  private final Books books;
  private final Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
  private final List<IssueKey> doubtful = new ArrayList<>();
  private long unverified;

  Counting(Books books) {
    this.books = books;
  }

  void add(Issue issue) {
    bySeverity.merge(issue.finding().severity(), 1L, Long::sum);
    unverified += books.isVerified(issue) ? 0 : 1;
  }

  void add(Map<Severity, Long> counts) {
    counts.forEach((severity, some) -> bySeverity.merge(severity, some, Long::sum));
  }

  /** Looks for doubt among issues that are counted already. */
  void judge(SliceTally tally) {
    Slice slice = tally.slice();
    if (books.wasReached(slice)) {
      for (String id : books.unconfirmed(slice)) {
        doubtful.add(new IssueKey(slice.check(), slice.account(), id));
      }
    } else {
      unverified += tally.issues();
    }
  }

  /**
   * Those of the slices judged that their last look could not confirm, whether or not they are
   * among the counted; each that is has to be handed to {@link #doubt}.
   */
  List<IssueKey> doubtful() {
    return doubtful;
  }

  void doubt(Issue issue) {
    unverified += books.isVerified(issue) ? 0 : 1;
  }

  IssueTotals totals() {
    return new IssueTotals(bySeverity, unverified);
  }
}
