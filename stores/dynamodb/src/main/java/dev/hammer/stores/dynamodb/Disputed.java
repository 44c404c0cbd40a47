package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.scan.Slice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The issues that a write of this process found changed. The index, which lags behind, could show
 * their old version again and again; so whoever loads the slice next reads them from the table.
 */
final class Disputed {
  private final Map<Slice, Set<IssueKey>> keys = new ConcurrentHashMap<>();

  /** Notes the conflicts of a write. */
  Stored note(List<Change> changes, Stored stored) {
    if (stored instanceof Stored.Conflict(List<IssueKey> conflicts)) {
      for (Change change : changes) {
        IssueKey key = change.after().key();
        if (conflicts.contains(key)) {
          keys.computeIfAbsent(change.after().slice(), _ -> ConcurrentHashMap.newKeySet()).add(key);
        }
      }
    }
    return stored;
  }

  /** The live issues of a slice as the index has them, those in dispute as they are. */
  List<Issue> settle(
      Slice slice, List<Issue> indexed, Function<Collection<IssueKey>, List<Issue>> read) {
    Set<IssueKey> disputed = keys.remove(slice);
    if (disputed == null) {
      return indexed;
    }
    Set<IssueKey> sorted = new TreeSet<>(disputed);
    List<Issue> settled = new ArrayList<>(indexed);
    settled.removeIf(issue -> sorted.contains(issue.key()));
    read.apply(sorted).stream()
        .filter(issue -> issue.status().isLive() && issue.slice().equals(slice))
        .forEach(settled::add);
    settled.sort(Comparator.comparing(Issue::key));
    return settled;
  }
}
