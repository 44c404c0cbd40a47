package dev.hammer.core.issue;

import java.time.Instant;
import java.util.Optional;

/**
 * The moments of an issue's life.
 *
 * @param identified first seen in this life
 * @param updated last stored change by identification
 * @param resolved seen gone or compliant
 */
public record Timestamps(Instant identified, Instant updated, Optional<Instant> resolved) {
  static Timestamps born(Instant now) {
    return new Timestamps(now, now, Optional.empty());
  }

  Timestamps changed(Instant now) {
    return new Timestamps(identified, now, Optional.empty());
  }

  Timestamps resolved(Instant now) {
    return new Timestamps(identified, now, Optional.of(now));
  }
}
