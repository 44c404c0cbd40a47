package dev.hammer.app.whitelisting;

import dev.hammer.app.CommandFailure;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads when an acceptance ends. A day ends it at its beginning, in UTC, as in the file. */
public final class Ending {
  private static final String NEVER = "never";
  private static final Pattern DAYS = Pattern.compile("(\\d{1,5})d");

  private Ending() {}

  /**
   * The end, or empty for never.
   *
   * @param option where the text came from, for messages
   * @throws CommandFailure if the text is no date, or the date is past
   */
  public static Optional<Instant> of(String option, String text, Instant now) {
    if (text.equals(NEVER)) {
      return Optional.empty();
    }
    Instant end = instant(option, text, now);
    if (!end.isAfter(now)) {
      throw failure(option, "\"" + text + "\" is not in the future");
    }
    return Optional.of(end);
  }

  private static Instant instant(String option, String text, Instant now) {
    Matcher days = DAYS.matcher(text);
    if (days.matches()) {
      return now.plus(Duration.ofDays(Long.parseLong(days.group(1))));
    }
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException broken) {
      throw failure(option, "\"" + text + "\" is no end");
    }
  }

  private static CommandFailure failure(String option, String why) {
    return new CommandFailure(
        CommandFailure.Kind.USAGE,
        "whitelist.expires",
        option + ": " + why,
        "Write a date such as 2027-02-22, days such as 90d, or never");
  }
}
