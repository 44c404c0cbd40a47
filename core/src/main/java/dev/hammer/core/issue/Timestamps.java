package dev.hammer.core.issue;

import java.time.Instant;
import java.util.Optional;

/**
 * The moments of an issue's life.
 *
 * @param identified first seen in this life; {@link #UNKNOWN} where nobody wrote it down
 * @param updated last stored change by identification
 * @param resolved seen gone or compliant
 */
public record Timestamps(Instant identified, Instant updated, Optional<Instant> resolved) {
  /** Stands for a moment that nobody wrote down: the predecessor left some out. */
  public static final Instant UNKNOWN = Instant.EPOCH;

  /** A moment, or nothing where nobody wrote it down. */
  public static Optional<Instant> known(Instant moment) {
    return Optional.of(moment).filter(at -> !at.equals(UNKNOWN));
  }

  /** When it was first seen in this life, if that is known. */
  public Optional<Instant> found() {
    return known(identified);
  }

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
