package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.Reporting;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Conditional writes of what looks found and reporting did. What does not fit into one transaction
 * goes in several: each passes only while no later look at the slice is stored, and the last one
 * also says how the slice stands.
 */
record IssueWrites(
    Layout layout, IssueReads reads, Signposts signposts, SliceItems slices, Steps steps) {

  Stored apply(Optional<SliceState> slice, List<Change> changes) {
    if (slice.isEmpty()) {
      return write(changes, Optional.empty());
    }
    SliceState state = slice.get();
    if (changes.isEmpty()) {
      return slices.record(state) ? Steps.APPLIED : Steps.SUPERSEDED;
    }
    if (needsSeveral(changes) && slices.hasLater(state.slice(), state.began())) {
      return Steps.SUPERSEDED;
    }
    slices.prepare(state);
    TransactWriteItem check = slices.check(state.slice(), state.began());
    Stored stored = write(changes, Optional.of(new Steps.Gate(check, slices.put(state))));
    if (stored.equals(Steps.APPLIED)) {
      slices.tidy(state);
    }
    return stored;
  }

  Stored applyPart(Slice slice, Instant began, List<Change> changes) {
    Optional<Instant> at = Optional.of(began);
    if ((changes.isEmpty() || needsSeveral(changes)) && slices.hasLater(slice, at)) {
      return Steps.SUPERSEDED;
    }
    TransactWriteItem check = slices.check(slice, at);
    return write(changes, Optional.of(new Steps.Gate(check, check)));
  }

  Stored report(Issue before, Status status, Reporting reporting, HistoryEntry entry) {
    return steps.commit(
        List.of(token -> Step.of(layout, before, status, reporting, entry, token)),
        Optional.empty());
  }

  private Stored write(List<Change> changes, Optional<Steps.Gate> gate) {
    prove(changes);
    if (changes.isEmpty()) {
      return Steps.APPLIED;
    }
    List<IssueKey> conflicts = needsSeveral(changes) ? conflicts(changes) : List.of();
    if (!conflicts.isEmpty()) {
      return new Stored.Conflict(conflicts);
    }
    signposts.putUp(changes);
    List<Step.Making> makings = new ArrayList<>();
    changes.forEach(change -> makings.add(token -> Step.of(layout, change, token)));
    return steps.commit(makings, gate);
  }

  /** Whether it could take more than one transaction. */
  private static boolean needsSeveral(List<Change> changes) {
    return 1 + Step.MOST * changes.size() > Commits.WRITES;
  }

  private static void prove(List<Change> changes) {
    Set<IssueKey> seen = new TreeSet<>();
    for (Change change : changes) {
      IssueKey key = change.after().key();
      if (!seen.add(key)
          || change.before().filter(before -> !before.key().equals(key)).isPresent()) {
        throw new IllegalArgumentException("one change for each issue, and of the same: " + key);
      }
    }
  }

  /** Looks before the first of several transactions, so that as a rule all are sent or none. */
  private List<IssueKey> conflicts(List<Change> changes) {
    Map<IssueKey, Long> versions =
        reads.versions(changes.stream().map(change -> change.after().key()).toList());
    return changes.stream()
        .filter(
            change ->
                !change
                    .before()
                    .map(Issue::version)
                    .equals(Optional.ofNullable(versions.get(change.after().key()))))
        .map(change -> change.after().key())
        .sorted()
        .toList();
  }
}
