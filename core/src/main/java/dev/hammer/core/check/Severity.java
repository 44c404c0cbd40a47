package dev.hammer.core.check;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How bad, from least to worst. */
public enum Severity {
  /** To know. */
  INFO,
  /** Hygiene, or neutralised by another layer. */
  LOW,
  /** Weakens a defence. */
  MEDIUM,
  /** One step from the worst. */
  HIGH,
  /** Anyone can reach it or take it over now. */
  CRITICAL;

  /** Lower-case name, as in JSON and filters. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** One step lower; what violates never drops below {@link #LOW}. */
  public Severity oneLower() {
    return switch (this) {
      case CRITICAL -> HIGH;
      case HIGH -> MEDIUM;
      case MEDIUM, LOW -> LOW;
      case INFO -> INFO;
    };
  }

  public boolean isAtLeast(Severity other) {
    return compareTo(other) >= 0;
  }

  public static Optional<Severity> parse(String word) {
    return Arrays.stream(values())
        .filter(s -> s.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
