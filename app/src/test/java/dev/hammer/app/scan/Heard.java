package dev.hammer.app.scan;

import dev.hammer.core.ledger.Worker;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.Unit;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/** Remembers what a listener hears. */
final class Heard implements ScanListener {
  private final List<String> entries = new CopyOnWriteArrayList<>();
  private final List<ScanPlan> plans = new CopyOnWriteArrayList<>();
  private final SortedSet<Unit> began = new ConcurrentSkipListSet<>();
  private final SortedSet<Unit> ended = new ConcurrentSkipListSet<>();
  private final LongAdder judged = new LongAdder();
  private final LongAdder fresh = new LongAdder();
  private final LongAdder takenOver = new LongAdder();
  private final Semaphore done = new Semaphore(0);

  @Override
  public void entering(int accounts) {
    entries.add("entering " + accounts);
  }

  @Override
  public void entered() {
    entries.add("entered");
  }

  @Override
  public void planned(ScanPlan plan) {
    entries.add("planned");
    plans.add(plan);
  }

  @Override
  public void began(Unit unit) {
    began.add(unit);
  }

  @Override
  public void ended(Unit unit, SliceOutcome outcome, long judgedHere, long freshHere) {
    ended.add(unit);
    judged.add(judgedHere);
    fresh.add(freshHere);
    done.release();
  }

  @Override
  public void tookOver(Worker gone, int units) {
    takenOver.add(units);
  }

  /** Units of processes that said no more. */
  long takenOver() {
    return takenOver.sum();
  }

  /** Waits until so many more units are stored. */
  void awaitEnded(int units) throws InterruptedException {
    done.acquire(units);
  }

  /** What was heard until the plan stood. */
  List<String> entries() {
    return entries;
  }

  List<ScanPlan> plans() {
    return plans;
  }

  SortedSet<Unit> began() {
    return began;
  }

  SortedSet<Unit> ended() {
    return ended;
  }

  long judged() {
    return judged.sum();
  }

  long fresh() {
    return fresh.sum();
  }
}
