package dev.hammer.core.check;

import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.reading.UnreadableException;

/**
 * Judges the resources of one type. A function of the snapshot and the settings it was made with:
 * no clients, no clock, no state; "now" is {@link Snapshot#readAt()}.
 */
public interface Check<S extends Snapshot> {
  CheckInfo info();

  /**
   * Judges one resource. Asks by {@code get()} what decides, by {@code reading()} what only grades
   * or decorates.
   *
   * @throws UnreadableException if what decides could not be read; the caller answers unknown
   */
  Verdict judge(S snapshot);
}
