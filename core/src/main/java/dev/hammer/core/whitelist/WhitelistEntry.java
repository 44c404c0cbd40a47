package dev.hammer.core.whitelist;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One accepted risk.
 *
 * @param id {@code w-} and 8 characters
 * @param scope what is accepted
 * @param source where it is kept: a file with its line, or {@code store}
 * @param expires when it ends, if ever
 */
public record WhitelistEntry(
    String id,
    WhitelistScope scope,
    String reason,
    String owner,
    Optional<String> ticket,
    Instant created,
    Optional<Instant> expires,
    String source) {

  /** Where entries live that were added by command. */
  public static final String STORE = "store";

  /** What ends within this time deserves a second look. */
  public static final Duration SOON = Duration.ofDays(14);

  public boolean isActive(Instant now) {
    return expires.filter(end -> !now.isBefore(end)).isEmpty();
  }

  /** Whether it is in force now, and will not be after this time. */
  public boolean endsWithin(Duration time, Instant now) {
    return isActive(now) && expires.filter(end -> !end.isAfter(now.plus(time))).isPresent();
  }

  /** Whether it is about the risk, whatever the date. */
  public Match covers(Risk risk, Units units) {
    return scope.covers(risk, units);
  }

  /** The same with another end; absent for never. */
  public WhitelistEntry ending(Optional<Instant> end) {
    return new WhitelistEntry(id, scope, reason, owner, ticket, created, end, source);
  }

  public WhitelistEntry ending(Instant end) {
    return ending(Optional.of(end));
  }
}
