package dev.hammer.app.history;

import java.time.Duration;
import java.util.Optional;

/**
 * How long the issues of one kind live.
 *
 * @param open how many are open
 * @param age the median of how long those have been there
 * @param resolved how many were resolved in the time that is looked at
 * @param timeToResolve the median of how long that took
 */
public record LifeFigure(
    int open, Optional<Duration> age, int resolved, Optional<Duration> timeToResolve) {
  boolean isEmpty() {
    return open == 0 && resolved == 0;
  }
}
