package dev.hammer.cli.terminal;

import dev.hammer.core.issue.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, times and counts as people read them; English, and the same everywhere. */
public final class Words {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Stands where a time would, had somebody written it down. */
  public static final String UNKNOWN = "unknown";

  private Words() {}

  /** {@code 1,656}. */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1 unit}, {@code 1,656 units}. */
  public static String count(long number, String what) {
    return number(number) + " " + what + (number == 1 ? "" : "s");
  }

  /** {@code 98.9 %}, already rounded down; {@code 100 %} only for all. */
  public static String percent(double percent) {
    return percent == 100
        ? "100 %"
        : String.format(Locale.ROOT, percent == 0 ? "%.0f %%" : "%.1f %%", percent);
  }

  /** {@code 2m41s}, {@code 0.9 s}. */
  public static String duration(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 10) {
      return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? String.format(Locale.ROOT, "%dm%02ds", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%dh%02dm", seconds / 3600, seconds / 60 % 60);
  }

  /** {@code 2d}, {@code 5h}, {@code 3m}: how long ago. */
  public static String age(Instant since, Instant now) {
    Duration age = Duration.between(since, now);
    if (age.toDays() > 0) {
      return age.toDays() + "d";
    }
    return age.toHours() > 0 ? age.toHours() + "h" : Math.max(0, age.toMinutes()) + "m";
  }

  /** {@code 2 days}, {@code 5 hours}, {@code less than a minute}. */
  public static String longAge(Instant since, Instant now) {
    Duration age = Duration.between(since, now);
    if (age.toDays() > 0) {
      return count(age.toDays(), "day");
    }
    if (age.toHours() > 0) {
      return count(age.toHours(), "hour");
    }
    return age.toMinutes() > 0 ? count(age.toMinutes(), "minute") : "less than a minute";
  }

  public static String minute(Instant instant) {
    return known(instant, MINUTE);
  }

  public static String second(Instant instant) {
    return known(instant, SECOND);
  }

  public static String day(Instant instant) {
    return known(instant, DAY);
  }

  private static String known(Instant instant, DateTimeFormatter format) {
    return Timestamps.known(instant).map(format::format).orElse(UNKNOWN);
  }
}
