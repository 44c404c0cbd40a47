package dev.hammer.checks.cloudtrail;

import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.Reading;
import java.time.Instant;
import java.util.Optional;

/** Whether a trail records every management event of the regions it covers. */
sealed interface TrailHealth {
  /** It does. */
  record Healthy() implements TrailHealth {}

  /** It does not, whatever could not be read of it. */
  record Faulty() implements TrailHealth {}

  /** Nothing speaks against it, but not everything could be read. */
  record Unread(ReadFailure why) implements TrailHealth {}

  /** Asks for the status first, and for the selectors only of a trail that may be sound. */
  static TrailHealth of(Trail trail, Instant now) {
    Reading<TrailStatus> status = trail.status().reading();
    if (isKnownTo(status.map(it -> !it.isLogging() || it.failsToDeliver(now)))) {
      return new Faulty();
    }
    Reading<EventSelectors> selectors = trail.selectors().reading();
    if (isKnownTo(selectors.map(it -> !it.recordEverything()))) {
      return new Faulty();
    }
    Optional<ReadFailure> unread = status.failure().or(selectors::failure);
    return unread.<TrailHealth>map(Unread::new).orElseGet(Healthy::new);
  }

  private static boolean isKnownTo(Reading<Boolean> fault) {
    return fault.known().orElse(false);
  }
}
