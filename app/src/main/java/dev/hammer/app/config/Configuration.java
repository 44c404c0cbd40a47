package dev.hammer.app.config;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.whitelist.Whitelist;
import java.util.List;
import java.util.Optional;

/**
 * The configuration in force.
 *
 * @param checks one section for each known check, sorted by id
 * @param trustedAccounts accounts that policies may let in
 * @param store where issues are kept, {@code sqlite:PATH} or {@code dynamodb:PREFIX}; absent means
 *     the usual place
 * @param whitelist the entries of {@code whitelist.json}
 * @param settings every key with its value and origin, sorted by key
 * @param sha256 fingerprint of {@code settings} without their origins, 64 hexadecimal digits; the
 *     whitelist has no part in it
 */
public record Configuration(
    AwsSection aws,
    List<CheckSection> checks,
    List<AccountId> trustedAccounts,
    Optional<String> store,
    Whitelist whitelist,
    List<EffectiveSetting> settings,
    String sha256) {

  public Configuration {
    checks = List.copyOf(checks);
    trustedAccounts = List.copyOf(trustedAccounts);
    settings = List.copyOf(settings);
  }

  public Optional<CheckSection> check(String id) {
    return checks.stream().filter(section -> section.check().equals(id)).findFirst();
  }

  /** The same with other accepted risks. */
  public Configuration with(Whitelist entries) {
    return new Configuration(aws, checks, trustedAccounts, store, entries, settings, sha256);
  }

  /** The same for other accounts and regions, as an option narrows or a pretend AWS wants them. */
  public Configuration with(AwsSection section) {
    return new Configuration(section, checks, trustedAccounts, store, whitelist, settings, sha256);
  }
}
