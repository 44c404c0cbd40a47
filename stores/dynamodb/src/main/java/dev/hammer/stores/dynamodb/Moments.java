package dev.hammer.stores.dynamodb;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * Instants as texts: ours exact to the nanosecond and always as long, so that they sort by time;
 * the predecessor's with offset and microseconds.
 */
final class Moments {
  private static final DateTimeFormatter EXACT =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

  private static final DateTimeFormatter PREDECESSOR =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Moments() {}

  static String exact(Instant instant) {
    return EXACT.format(instant);
  }

  static Instant parse(String text) {
    return Instant.parse(text);
  }

  static String forPredecessor(Instant instant) {
    return PREDECESSOR.format(instant);
  }

  /**
   * What the predecessor wrote: Python leaves the fraction out where it is zero, and the offset
   * where somebody forgot it. A text that is no time counts as none.
   */
  static Optional<Instant> ofPredecessor(String text) {
    try {
      TemporalAccessor time =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text, OffsetDateTime::from, LocalDateTime::from);
      return Optional.of(
          time instanceof OffsetDateTime exact
              ? exact.toInstant()
              : ((LocalDateTime) time).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException senseless) {
      return Optional.empty();
    }
  }
}
