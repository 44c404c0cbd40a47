package dev.hammer.app.archive;

import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.issue.Timestamps;
import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves a store by reading all of it.
 *
 * @param contents what could be read
 * @param facts of the store itself
 * @param defects what is wrong, in words for people; empty if nothing is
 */
public record Checkup(Contents contents, Value.Fields facts, List<String> defects) {
  private static final int NAMED = 50;

  public Checkup {
    defects = List.copyOf(defects);
  }

  public boolean isSound() {
    return defects.isEmpty();
  }

  /** Reads all there is; what cannot be read is a defect. */
  public static Checkup of(Store store) {
    Value.Fields facts = store.health();
    Reading reading = new Reading(store);
    reading.defects.addAll(store.defects());
    reading.part(
        "the whitelist", () -> store.entries().forEach(e -> reading.see(new Item.OfWhitelist(e))));
    reading.part("the scans", () -> store.scans(scan -> reading.see(new Item.OfScan(scan))));
    reading.part("the slices", () -> store.slices(state -> reading.see(new Item.OfSlice(state))));
    reading.part("the issues", () -> store.query(IssueQuery.ALL, reading::see));
    return new Checkup(reading.contents, facts, reading.defects);
  }

  /** What was read so far. */
  private static final class Reading {
    private final Store store;
    private final List<String> defects = new ArrayList<>();
    private Contents contents = Contents.NONE;

    Reading(Store store) {
      this.store = store;
    }

    void part(String what, Runnable reading) {
      try {
        reading.run();
      } catch (StoreException unreadable) {
        note(what + ": " + unreadable.getMessage());
      }
    }

    void see(Item item) {
      contents = contents.plus(item.counted());
    }

    void see(Issue issue) {
      part(
          issue.key().toString(),
          () -> {
            List<HistoryEntry> history = store.history(issue.key());
            boolean isProved = store.proof(issue.key()).isPresent();
            contents = contents.plus(new Contents(1, isProved ? 1 : 0, history.size(), 0, 0, 0));
            if (!isOrdered(issue.timestamps())) {
              note(issue.key() + ": resolved before it was found");
            }
          });
    }

    private static boolean isOrdered(Timestamps times) {
      return times.resolved().filter(at -> at.isBefore(times.identified())).isEmpty();
    }

    private void note(String defect) {
      if (defects.size() < NAMED) {
        defects.add(defect);
      }
    }
  }
}
