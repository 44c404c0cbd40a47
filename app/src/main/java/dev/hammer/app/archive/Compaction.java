package dev.hammer.app.archive;

import dev.hammer.app.issues.Books;
import dev.hammer.core.issue.Store;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a store need not keep: scans of long ago, and how slices stood that left the scope and that
 * nobody has looked at since. Issues and their history are never among it.
 *
 * @param scans ids, the latest first
 */
public record Compaction(List<String> scans, List<Slice> slices) {
  /** The latest whole scans stay however old they are, for comparing. */
  private static final int KEPT = 2;

  public Compaction {
    scans = List.copyOf(scans);
    slices = List.copyOf(slices);
  }

  /** Works out what is older than a moment; nothing is changed. */
  public static Compaction plan(Store store, Books books, Instant before) {
    Old old = new Old(before);
    store.scans(old::see);
    Set<Slice> scope = new HashSet<>();
    books.slices().forEach(state -> scope.add(state.slice()));
    List<Slice> slices = new ArrayList<>();
    store.slices(
        state -> {
          if (!scope.contains(state.slice()) && isOlder(state, before)) {
            slices.add(state.slice());
          }
        });
    return new Compaction(old.ids, slices);
  }

  /** Does it, and gives back the space. */
  public void apply(Store store) {
    store.discard(scans);
    store.forget(slices);
    store.compact();
  }

  private static boolean isOlder(SliceState state, Instant before) {
    return state.began().filter(at -> !at.isBefore(before)).isEmpty();
  }

  /** Scans that began before a moment, save the latest whole ones; they are seen latest first. */
  private static final class Old {
    private final Instant before;
    private final List<String> ids = new ArrayList<>();
    private int whole;

    Old(Instant before) {
      this.before = before;
    }

    void see(Scan scan) {
      boolean isKept = scan.whole() && scan.ended().isPresent() && whole < KEPT;
      whole += isKept ? 1 : 0;
      if (!isKept && scan.started().isBefore(before)) {
        ids.add(scan.id());
      }
    }
  }
}
