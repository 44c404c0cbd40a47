package dev.hammer.app.scan;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.IssueStore;
import dev.hammer.core.issue.Merge;
import dev.hammer.core.issue.Merged;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.scan.Look;
import dev.hammer.core.whitelist.Whitelist;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Merges looks into the store: load, merge, write on condition, and once more if others wrote. */
final class Remembering {
  private static final int TRIES = 8;

  private final IssueStore store;
  private final Whitelist whitelist;
  private final InstantSource clock;
  private final LaterLooks later;

  Remembering(IssueStore store, Whitelist whitelist, InstantSource clock, LaterLooks later) {
    this.store = store;
    this.whitelist = whitelist;
    this.clock = clock;
    this.later = later;
  }

  /** What became of a look; without changes if a later look is stored already. */
  Merged remember(Look look) {
    for (int i = 0; i < TRIES; i++) {
      Merged merged = new Merge(whitelist, clock.instant()).merge(look, stored(look));
      switch (write(merged)) {
        case Stored.Applied _ -> {
          return merged;
        }
        case Stored.Superseded _ -> {
          return new Merged(later.overruled(look), List.of(), List.of(), List.of());
        }
        case Stored.Conflict _ -> {}
      }
    }
    throw new StoreException(
        "others keep writing the issues of " + look.slice(),
        "Run the scan again when they are done");
  }

  private Stored write(Merged merged) {
    return merged.look().only().isPresent()
        ? store.applyPart(merged.look().slice(), merged.look().began(), merged.changes())
        : store.apply(merged.state(), merged.changes());
  }

  private List<Issue> stored(Look look) {
    List<Issue> stored = new ArrayList<>(store.live(look.slice()));
    List<IssueKey> others = Merge.keys(look, stored);
    if (!others.isEmpty()) {
      stored.addAll(store.issues(others));
    }
    return stored;
  }
}
