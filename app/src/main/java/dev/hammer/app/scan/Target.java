package dev.hammer.app.scan;

import dev.hammer.core.resource.AccountId;

/**
 * An account of the configured scope.
 *
 * @param name what people call it, empty if nobody named it
 * @param own whether it is the account of the credentials, read without a role
 */
public record Target(AccountId account, String name, boolean own) implements Comparable<Target> {
  /** Name and id, or the id alone. */
  public String shown() {
    return name.isEmpty() ? account.id() : name + " (" + account.id() + ")";
  }

  @Override
  public int compareTo(Target other) {
    return account.compareTo(other.account);
  }
}
