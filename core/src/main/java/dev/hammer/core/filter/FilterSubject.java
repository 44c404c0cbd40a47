package dev.hammer.core.filter;

import dev.hammer.core.issue.Issue;
import java.time.Instant;
import java.util.Set;

/**
 * What a filter may ask of an issue and its surroundings.
 *
 * @param accountName the name people gave the account; empty if none is known
 * @param units the units of the organization it is in or below, as far as they are known
 * @param service the service of its check, such as {@code s3}
 * @param verified whether its own last planned look was decided
 * @param latest whether what happened to it last happened in the latest scan
 * @param now the moment that ages are counted from
 */
public record FilterSubject(
    Issue issue,
    String accountName,
    Set<String> units,
    String service,
    boolean verified,
    boolean latest,
    Instant now) {
  public FilterSubject {
    units = Set.copyOf(units);
  }

  /** An issue of an account of which no unit is known. */
  public FilterSubject(
      Issue issue,
      String accountName,
      String service,
      boolean verified,
      boolean latest,
      Instant now) {
    this(issue, accountName, Set.of(), service, verified, latest, now);
  }
}
