package dev.hammer.core.filter;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An age as people write it: {@code 90m}, {@code 12h}, {@code 30d} or {@code 2w}. */
record Span(long count, char unit) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})([mhdw])");

  static Optional<Span> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new Span(Long.parseLong(matcher.group(1)), matcher.group(2).charAt(0)))
        : Optional.empty();
  }

  Duration duration() {
    return length().multipliedBy(count);
  }

  /** How an age compares; one that is begun counts as not yet reached: 47 hours are one day. */
  boolean holds(Comparison comparison, Duration age) {
    return comparison == Comparison.IS
        ? !age.isNegative() && age.dividedBy(length()) == count
        : comparison.holds(age.compareTo(duration()));
  }

  private Duration length() {
    return switch (unit) {
      case 'm' -> Duration.ofMinutes(1);
      case 'h' -> Duration.ofHours(1);
      case 'd' -> Duration.ofDays(1);
      case 'w' -> Duration.ofDays(7);
      default -> throw new IllegalStateException("no unit of time: " + unit);
    };
  }

  @Override
  public String toString() {
    return count + String.valueOf(unit);
  }
}
