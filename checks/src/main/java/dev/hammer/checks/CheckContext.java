package dev.hammer.checks;

import dev.hammer.core.check.Settings;
import java.util.Optional;
import java.util.Set;

/**
 * What a check may know beside the resource.
 *
 * @param trustedAccounts foreign accounts that are regarded as own
 * @param organization id of the own organization, such as {@code o-a1b2c3d4e5}
 */
public record CheckContext(
    Settings settings, Set<String> trustedAccounts, Optional<String> organization) {
  public static final CheckContext DEFAULTS =
      new CheckContext(Settings.DEFAULTS, Set.of(), Optional.empty());

  public CheckContext {
    trustedAccounts = Set.copyOf(trustedAccounts);
  }

  public CheckContext with(Settings other) {
    return new CheckContext(other, trustedAccounts, organization);
  }
}
