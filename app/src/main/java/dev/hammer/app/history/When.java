package dev.hammer.app.history;

import dev.hammer.app.CommandFailure;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments as people write them: how long ago, a day, or a moment of it, in UTC. */
public final class When {
  private static final Pattern AGO = Pattern.compile("(\\d{1,6})([mhdw])");

  private When() {}

  /**
   * The moment that is meant; of a day, its first.
   *
   * @param option where it was written, for the message
   * @throws CommandFailure if it is none
   */
  public static Instant parse(String option, String text, Instant now) {
    return ago(text)
        .map(now::minus)
        .or(() -> moment(text))
        .orElseThrow(
            () ->
                new CommandFailure(
                    CommandFailure.Kind.USAGE,
                    "usage",
                    option + ": \"" + text + "\" is no moment",
                    "Write 90m, 12h, 7d or 2w for how long ago, or a date in UTC: 2026-11-24"
                        + " or 2026-11-24T08:00:00Z"));
  }

  /** The moment a date stands for, if it is one. */
  static Optional<Instant> moment(String text) {
    try {
      return Optional.of(
          text.contains("T")
              ? Instant.parse(text)
              : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> ago(String text) {
    Matcher matcher = AGO.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          case "d" -> Duration.ofDays(number);
          default -> Duration.ofDays(7 * number);
        });
  }
}
