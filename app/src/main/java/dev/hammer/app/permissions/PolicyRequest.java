package dev.hammer.app.permissions;

import dev.hammer.app.config.AccountPattern;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whose permissions are asked for.
 *
 * @param checks ids or globs, on or off; empty means all that are on
 * @param accounts ids, names or globs, also units and tags of the organization, which are not asked
 *     for but cost permissions of their own; empty means all in scope
 */
public record PolicyRequest(List<String> checks, List<String> accounts) {
  public PolicyRequest {
    checks = List.copyOf(checks);
    accounts = List.copyOf(accounts);
  }

  /** Ids, names and globs of accounts. */
  List<String> names() {
    return accounts.stream().filter(text -> pattern(text).isEmpty()).toList();
  }

  /** Whether accounts are asked for by something that only the organization knows. */
  boolean selects(Class<? extends AccountPattern> kind) {
    return accounts.stream().flatMap(PolicyRequest::patterns).anyMatch(kind::isInstance);
  }

  private static Stream<AccountPattern> patterns(String text) {
    return pattern(text).stream();
  }

  private static Optional<AccountPattern> pattern(String text) {
    return AccountPattern.parse(text).filter(pattern -> !(pattern instanceof AccountPattern.Named));
  }
}
