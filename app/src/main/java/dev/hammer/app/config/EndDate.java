package dev.hammer.app.config;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When something ends.
 *
 * @param at absent if it never does
 */
record EndDate(Optional<Instant> at) {
  /**
   * Reads a moment, a day or {@code never}; absent if it is none of them. A day ends at its
   * beginning, in UTC: never later than somebody meant.
   */
  static Optional<EndDate> parse(String text) {
    if (text.equals("never")) {
      return Optional.of(new EndDate(Optional.empty()));
    }
    try {
      Instant end =
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
      return Optional.of(new EndDate(Optional.of(end)));
    } catch (DateTimeException broken) {
      return Optional.empty();
    }
  }
}
