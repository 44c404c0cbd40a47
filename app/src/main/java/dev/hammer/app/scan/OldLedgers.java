package dev.hammer.app.scan;

import dev.hammer.core.issue.Store;
import dev.hammer.core.scan.Scan;
import java.time.Duration;
import java.time.Instant;

/** Clears the ledgers of scans that nobody will go on with. */
final class OldLedgers {
  private static final int LATEST = 20;

  /** Another process that shared the scan has written its report by then. */
  private static final Duration COMPLETE = Duration.ofMinutes(10);

  private static final Duration ANY = Duration.ofDays(7);

  private OldLedgers() {}

  static void clear(Store store, Instant now) {
    store.scans(LATEST).stream()
        .filter(scan -> isOver(scan, now))
        .map(Scan::id)
        .filter(id -> !store.workers(id).isEmpty())
        .forEach(store::clearLedger);
  }

  private static boolean isOver(Scan scan, Instant now) {
    Instant last = scan.ended().orElse(scan.started());
    return last.plus(ANY).isBefore(now)
        || (scan.outcome() == Scan.Outcome.COMPLETE && last.plus(COMPLETE).isBefore(now));
  }
}
