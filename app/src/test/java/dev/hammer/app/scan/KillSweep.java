package dev.hammer.app.scan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.app.MortalStore;
import dev.hammer.app.Office;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.SliceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Kills scans at one of their writes, has them finished, and tells what is stored in the end. */
record KillSweep(Office office) {
  /** How often a scan writes. */
  int writes(Store store) {
    MortalStore counting = MortalStore.counting(store);
    office.run(counting.store(), ScanListener.NONE, s -> s.scan(ScanRequest.WHOLE));
    return counting.writes();
  }

  /** Scans until the store is dead. */
  void kill(Store store) {
    assertThatThrownBy(() -> office.run(store, ScanListener.NONE, s -> s.scan(ScanRequest.WHOLE)))
        .isInstanceOf(StoreException.class)
        .hasMessage("killed");
  }

  /** Resumes, or scans anew if nothing is known of the killed scan, or all of it was done. */
  void finish(Store store) {
    boolean isOpen =
        store.scans(1).stream().anyMatch(scan -> scan.outcome() == Scan.Outcome.RUNNING);
    office.run(
        store,
        ScanListener.NONE,
        s ->
            isOpen
                ? s.resume(Optional.empty(), Office.LONG, Office.LONG)
                : s.scan(ScanRequest.WHOLE));
  }

  /** Each issue with its status, life and story, and how each slice stands, without times. */
  static List<String> told(Store store) {
    List<String> told = new ArrayList<>();
    store.query(
        IssueQuery.ALL,
        issue ->
            told.add(
                issue.key()
                    + " "
                    + issue.status()
                    + " life "
                    + issue.life()
                    + store.history(issue.key()).stream().map(e -> e.kind()).toList()));
    told.sort(null);
    for (SliceState slice : store.slices()) {
      told.add(slice.slice() + " " + slice.outcome() + " " + slice.judged() + slice.unconfirmed());
    }
    return told;
  }
}
