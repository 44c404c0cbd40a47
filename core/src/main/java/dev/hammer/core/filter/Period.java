package dev.hammer.core.filter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day in UTC, or a second of one.
 *
 * @param written how it is written: {@code 2026-12-13} or {@code 2026-12-13T08:04:12Z}
 * @param begin its first moment
 * @param end the first moment after it
 */
record Period(String written, Instant begin, Instant end) {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern SECOND =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");

  static Optional<Period> parse(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    try {
      if (DAY.matcher(upper).matches()) {
        return Optional.of(day(LocalDate.parse(upper)));
      }
      return SECOND.matcher(upper).matches()
          ? Optional.of(second(Instant.parse(upper)))
          : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** How a moment compares to the whole of it. */
  boolean holds(Comparison comparison, Instant moment) {
    return comparison.holds(moment.isBefore(begin) ? -1 : moment.isBefore(end) ? 0 : 1);
  }

  private static Period day(LocalDate date) {
    return new Period(
        date.toString(),
        date.atStartOfDay(ZoneOffset.UTC).toInstant(),
        date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static Period second(Instant instant) {
    return new Period(instant.toString(), instant, instant.plusSeconds(1));
  }

  @Override
  public String toString() {
    return written;
  }
}
