package dev.hammer.app.config;

import java.time.Duration;
import java.util.Optional;

/**
 * Accounts of the organization to look at, and how they are entered where that differs from what
 * holds for all.
 *
 * @param externalId what the trust policy of the role wants to hear; never printed
 */
public record AccountRule(
    AccountPattern match,
    Optional<String> identificationRole,
    Optional<String> externalId,
    Optional<Duration> sessionDuration) {

  /** Accounts that are entered like all others. */
  public static AccountRule of(AccountPattern match) {
    return new AccountRule(match, Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Override
  public String toString() {
    return "AccountRule[" + match.text() + ", " + identificationRole.orElse("-") + "]";
  }
}
