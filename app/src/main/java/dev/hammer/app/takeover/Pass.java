package dev.hammer.app.takeover;

import dev.hammer.core.issue.Chronicle;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.IssueStore;
import dev.hammer.stores.dynamodb.OldTables;
import dev.hammer.stores.dynamodb.PredecessorItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Goes through one table once; some hundred items are held at a time. */
final class Pass {
  private static final int AT_ONCE = 200;

  private final Source source;
  private final Optional<? extends IssueStore> store;
  private final boolean writes;
  private final Takeover.Listener listener;
  private final Tallying tally;
  private final List<PredecessorItem> pending = new ArrayList<>();

  /** The first spelling of each queue that was met. */
  private final Map<String, String> met = new HashMap<>();

  /**
   * Prepares it.
   *
   * @param store what is there already is asked of it; none if there is no store yet
   * @param writes whether issues are stored, or only counted
   */
  Pass(
      Source source,
      Optional<? extends IssueStore> store,
      boolean writes,
      Takeover.Listener listener) {
    this.source = source;
    this.store = store;
    this.writes = writes;
    this.listener = listener;
    this.tally = new Tallying(source);
  }

  TableCount over(OldTables tables) {
    if (source.hasSpellings() && source.way() == Source.Way.COPIED) {
      tables.read(source.shelf(), item -> take(item, isLive(item)));
      flush();
      tables.read(source.shelf(), item -> take(item, !isLive(item)));
    } else {
      tables.read(source.shelf(), item -> take(item, true));
    }
    flush();
    return tally.count();
  }

  /** Of two spellings of a queue, the one whose fault is there stays. */
  private static boolean isLive(PredecessorItem item) {
    return item.issue().filter(issue -> issue.status().isLive()).isPresent();
  }

  private void take(PredecessorItem item, boolean isMeant) {
    if (!isMeant) {
      return;
    }
    tally.see(item);
    listener.read(source.table(), tally.items());
    if (item.issue().isEmpty()) {
      return;
    }
    switch (source.way()) {
      case LEFT -> {}
      case IN_PLACE -> {
        if (item.isTakenOver()) {
          tally.isThere();
        } else {
          tally.take();
        }
      }
      case COPIED -> {
        pending.add(item);
        if (pending.size() == AT_ONCE) {
          flush();
        }
      }
    }
  }

  private void flush() {
    Set<IssueKey> there = there();
    List<Chronicle> missing = new ArrayList<>();
    for (PredecessorItem item : pending) {
      item.issue().ifPresent(issue -> sort(item, issue, there, missing));
    }
    pending.clear();
    if (writes && !missing.isEmpty()) {
      store.orElseThrow().restore(missing);
    }
  }

  private void sort(
      PredecessorItem item, Issue issue, Set<IssueKey> there, List<Chronicle> missing) {
    if (there.contains(issue.key())) {
      tally.isThere();
      remember(item, issue);
      return;
    }
    Optional<String> other =
        item.spellings().stream()
            .filter(id -> there.contains(spelled(issue, id)))
            .findFirst()
            .or(() -> Optional.ofNullable(met.get(item.spellings().getFirst())));
    if (other.isPresent()) {
      tally.isDouble(item, other.get());
      return;
    }
    tally.take();
    remember(item, issue);
    missing.add(new Past(source.table()).of(issue, item));
  }

  private void remember(PredecessorItem item, Issue issue) {
    if (source.hasSpellings()) {
      met.putIfAbsent(item.spellings().getFirst(), issue.key().issueId());
    }
  }

  /** Which of the pending are stored, under any of their spellings. */
  private Set<IssueKey> there() {
    if (store.isEmpty() || pending.isEmpty()) {
      return Set.of();
    }
    List<IssueKey> asked = new ArrayList<>();
    for (PredecessorItem item : pending) {
      item.issue().ifPresent(i -> item.spellings().forEach(id -> asked.add(spelled(i, id))));
    }
    Set<IssueKey> there = new HashSet<>();
    store.orElseThrow().issues(asked).forEach(issue -> there.add(issue.key()));
    return there;
  }

  private static IssueKey spelled(Issue issue, String id) {
    return new IssueKey(issue.key().check(), issue.key().account(), id);
  }
}
