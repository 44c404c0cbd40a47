package dev.hammer.app.issues;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Coverage;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.SliceState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the slices of a scope stand, in little room: of a slice that was read completely it keeps no
 * more than that. A thousand accounts have hundreds of thousands of slices.
 */
final class Standing {
  private final Set<Slice> settled = new HashSet<>();
  private final Map<Slice, SliceState> unsettled = new HashMap<>();
  private final Map<Slice, Set<String>> unconfirmed = new HashMap<>();
  private final Map<Object, Object> same = new HashMap<>();
  private final List<SliceState> ofAccount = new ArrayList<>();
  private Coverage coverage = Coverage.NONE;

  /** Adds a slice; those of one account come one after the other. */
  void add(SliceState state) {
    if (!ofAccount.isEmpty()
        && !ofAccount.getFirst().slice().account().equals(state.slice().account())) {
      close();
    }
    ofAccount.add(state);
    Slice slice = shared(state.slice());
    if (state.outcome() == SliceOutcome.COMPLETE && state.unconfirmed().isEmpty()) {
      settled.add(slice);
    } else {
      unsettled.put(slice, state);
    }
    if (!state.unconfirmed().isEmpty()) {
      unconfirmed.put(slice, Set.copyOf(state.unconfirmed()));
    }
  }

  /** No more slices come. */
  Standing close() {
    coverage = coverage.plus(Coverage.of(ofAccount));
    ofAccount.clear();
    return this;
  }

  Coverage coverage() {
    return coverage;
  }

  boolean isVerified(Issue issue) {
    return wasReached(issue.slice()) && !unconfirmed(issue.slice()).contains(issue.key().issueId());
  }

  /** Whether the last planned look at it came that far; false for what is not in scope. */
  boolean wasReached(Slice slice) {
    SliceState state = unsettled.get(slice);
    return state == null ? settled.contains(slice) : state.outcome() != SliceOutcome.NOT_REACHED;
  }

  /** The ids of issues of which that look could not tell. */
  Set<String> unconfirmed(Slice slice) {
    return unconfirmed.getOrDefault(slice, Set.of());
  }

  Optional<SliceState> unsettled(Slice slice) {
    return Optional.ofNullable(unsettled.get(slice));
  }

  /** The same slice, made of texts that are kept once. */
  private Slice shared(Slice slice) {
    return new Slice(
        (AccountId) same.computeIfAbsent(slice.account(), key -> key),
        (Region) same.computeIfAbsent(slice.region(), key -> key),
        (String) same.computeIfAbsent(slice.check(), key -> key));
  }
}
