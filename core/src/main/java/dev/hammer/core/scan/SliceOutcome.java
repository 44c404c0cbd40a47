package dev.hammer.core.scan;

import java.util.Locale;

/** How far a slice was read. */
public enum SliceOutcome {
  /** All pages listed, every verdict decided. */
  COMPLETE,
  /** Some verdicts unknown, or some parents could not be listed. */
  PARTIAL,
  /** The listing failed. */
  FAILED,
  /** Planned, but never looked at. */
  NOT_REACHED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
