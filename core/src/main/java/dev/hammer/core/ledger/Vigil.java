package dev.hammer.core.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Watches other workers and tells who is gone. Clocks of machines differ, so a worker counts as
 * gone when its lease ended by the clock it was written with, or when it said nothing new for a
 * whole lease by the clock of the watcher, whichever is first. A clock that is ahead thus keeps
 * nothing for longer than a lease; one that is behind costs work done twice, and nothing else.
 */
public final class Vigil {
  private final Predicate<Worker> isKnownDead;
  private final Map<String, Word> words = new HashMap<>();

  /**
   * Begins to watch.
   *
   * @param isKnownDead whether a worker is known to be gone, whatever its lease says
   */
  public Vigil(Predicate<Worker> isKnownDead) {
    this.isKnownDead = isKnownDead;
  }

  /** The last word of a worker, and when it was first heard here. */
  private record Word(long beats, Instant heard) {}

  /** Whether others may take over what the worker has. */
  public boolean isGone(Worker worker, Instant now) {
    Word word =
        words.merge(
            worker.id(),
            new Word(worker.beats(), now),
            (before, latest) -> before.beats() == latest.beats() ? before : latest);
    return isKnownDead.test(worker)
        || !now.isBefore(worker.until())
        || !now.isBefore(word.heard().plus(Worker.LEASE));
  }
}
