package dev.hammer.core.issue;

import dev.hammer.core.check.Severity;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Keeps issues and the history of every change. */
public interface IssueStore {
  /** The issues of a slice whose fault is there as far as anyone knows, by index. */
  List<Issue> live(Slice slice);

  /** Whatever is stored under these keys. */
  List<Issue> issues(Collection<IssueKey> keys);

  /**
   * Writes changes, their history and proof, and how the slice stands, in one transaction or not at
   * all. Only what belongs to identification is written; reporting's fields stay, unless a closed
   * issue starts a new life.
   *
   * @param slice absent if no whole slice was looked at
   */
  Stored apply(Optional<SliceState> slice, List<Change> changes);

  /**
   * Writes the changes of a look at part of a slice, unless a later look at the whole slice is
   * stored. How the slice stands is left as it is.
   *
   * @param began when the look at the part began
   */
  Stored applyPart(Slice slice, Instant began, List<Change> changes);

  /** Records what reporting did; nothing else of the issue is touched. */
  Stored report(Issue before, Status status, Reporting reporting, HistoryEntry entry);

  /** Streams issues in the order of their keys. */
  void query(IssueQuery query, Consumer<Issue> each);

  /**
   * Streams the first issues in another order. A store that cannot look them up in that order holds
   * as many as are asked for.
   *
   * @param limit at most so many
   */
  default void query(IssueQuery query, IssueOrder order, long limit, Consumer<Issue> each) {
    if (order.equals(IssueOrder.BY_KEY) && limit == Long.MAX_VALUE) {
      query(query, each);
      return;
    }
    FirstIssues first = new FirstIssues(order.comparator(), limit);
    query(query, first::add);
    first.sorted().forEach(each);
  }

  /** Counts the issues that a query finds, slice by slice in the order of slices. */
  default void tally(IssueQuery query, Consumer<SliceTally> each) {
    SortedMap<Slice, Long> counts = new TreeMap<>();
    query(query, issue -> counts.merge(issue.slice(), 1L, Long::sum));
    counts.forEach((slice, issues) -> each.accept(new SliceTally(slice, issues)));
  }

  /** Counts the issues that a query finds by severity; severities without any are left out. */
  default Map<Severity, Long> severities(IssueQuery query) {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    query(query, issue -> counts.merge(issue.finding().severity(), 1L, Long::sum));
    return counts;
  }

  /**
   * What the issues are of, if the store keeps count of them. Then it also answers {@link #tally},
   * {@link #severities}, {@link #count} and a limited {@link #query} without reading more issues
   * than it hands over.
   */
  default Optional<IssuePlaces> places() {
    return Optional.empty();
  }

  /** How many issues a query finds. */
  default long count(IssueQuery query) {
    long[] count = {0};
    query(query, _ -> count[0]++);
    return count[0];
  }

  /**
   * Streams all issues with proof and history in the order of their keys, each as of one version,
   * whoever writes meanwhile.
   */
  default void chronicles(Consumer<Chronicle> each) {
    Chronicling chronicling = new Chronicling(this, each);
    query(IssueQuery.ALL, chronicling::add);
    chronicling.flush();
  }

  /** Issues whose ref begins so, at most {@code limit}. */
  List<Issue> byRef(String prefix, int limit);

  /** The evidence of an issue as last stored. */
  Optional<Proof> proof(IssueKey key);

  /** Every change of an issue, oldest first. */
  List<HistoryEntry> history(IssueKey key);

  /**
   * Changes of any issue, the latest first.
   *
   * @param from where the page before said that this one begins; empty for the first
   * @param limit at most so many, at least one
   */
  HistoryPage history(HistoryQuery query, String from, int limit);

  /**
   * Stores issues as they stood in another store, with version, proof and all of their history; an
   * issue that is there already is left as it is.
   *
   * @return those that were there
   */
  List<IssueKey> restore(List<Chronicle> chronicles);
}
