package dev.hammer.app.scan;

import dev.hammer.core.ledger.Worker;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.Unit;
import java.util.List;

/** Hears how a scan goes on, from many threads. */
public interface ScanListener {
  ScanListener NONE = new ScanListener() {};

  /** So many accounts are about to be entered. */
  default void entering(int accounts) {}

  /** One of them opened, or did not. */
  default void entered() {}

  /** Accounts were entered; the units are known now. */
  default void planned(ScanPlan plan) {}

  /**
   * The scan goes on that somebody began before.
   *
   * @param others processes that are at it now, too
   */
  default void resumed(Scan scan, List<Worker> others) {}

  /** A process said nothing for too long, or is gone: so many of its units are looked at here. */
  default void tookOver(Worker gone, int units) {}

  /** A unit needs no look: another process did it, or this scan before it was taken up again. */
  default void doneElsewhere(Unit unit) {}

  default void began(Unit unit) {}

  /**
   * A unit is stored.
   *
   * @param judged resources, counted per check
   * @param fresh issues that are new or back
   */
  default void ended(Unit unit, SliceOutcome outcome, long judged, long fresh) {}
}
