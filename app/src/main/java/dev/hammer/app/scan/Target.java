package dev.hammer.app.scan;

import dev.hammer.app.config.AccountRule;
import dev.hammer.app.config.AwsSection;
import dev.hammer.core.resource.AccountId;
import java.util.List;
import java.util.Optional;

/**
 * An account of the configured scope.
 *
 * @param name what people call it, empty if nobody named it
 * @param own whether it is the account of the credentials, read without a role
 * @param rule the rule that included it, if it came by one of the organization
 */
public record Target(AccountId account, String name, boolean own, Optional<AccountRule> rule)
    implements Comparable<Target> {
  /** An account that is entered like all others. */
  public Target(AccountId account, String name, boolean own) {
    this(account, name, own, Optional.empty());
  }

  /** Name and id, or the id alone. */
  public String shown() {
    return name.isEmpty() ? account.id() : name + " (" + account.id() + ")";
  }

  /** What it may be called on the command line. */
  List<String> names() {
    return name.isEmpty() ? List.of(account.id()) : List.of(name, account.id());
  }

  /** The settings that hold for this account. */
  AwsSection settings(AwsSection all) {
    return rule.map(all::with).orElse(all);
  }

  /** Name of the role it is entered by; absent for the own account, or if there is none. */
  public Optional<String> role(AwsSection all) {
    return own ? Optional.empty() : settings(all).identificationRole();
  }

  @Override
  public int compareTo(Target other) {
    return account.compareTo(other.account);
  }
}
