package dev.hammer.checks.iam;

import java.time.Duration;
import java.time.Instant;

/** How many days something may last; the last moment of the last day is still allowed. */
record DayLimit(int days) {
  boolean isPassed(Instant since, Instant now) {
    return Duration.between(since, now).compareTo(Duration.ofDays(days)) > 0;
  }

  @Override
  public String toString() {
    return days == 1 ? "1 day" : days + " days";
  }
}
