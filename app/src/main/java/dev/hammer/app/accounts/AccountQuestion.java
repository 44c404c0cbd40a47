package dev.hammer.app.accounts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which accounts are asked for.
 *
 * @param accounts ids, names, globs, units or tags; empty means all
 * @param notAccounts the same, left out
 * @param missing those of the organization that are not in scope, instead of those that are
 * @param stale only those whose last read is older than this, or that were never read whole
 */
public record AccountQuestion(
    List<String> accounts, List<String> notAccounts, boolean missing, Optional<Duration> stale) {
  public AccountQuestion {
    accounts = List.copyOf(accounts);
    notAccounts = List.copyOf(notAccounts);
  }
}
