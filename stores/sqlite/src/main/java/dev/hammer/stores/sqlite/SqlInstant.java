package dev.hammer.stores.sqlite;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * Instants as text in UTC, exact to the nanosecond and always as long, so that they sort by time.
 */
final class SqlInstant {
  private static final int DIGITS = 9;
  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder().appendInstant(DIGITS).toFormatter();

  private SqlInstant() {}

  static String encode(Instant instant) {
    return FORM.format(instant);
  }

  static Instant decode(String text) {
    return Instant.parse(text);
  }
}
