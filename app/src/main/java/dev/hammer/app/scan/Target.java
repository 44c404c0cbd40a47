package dev.hammer.app.scan;

import dev.hammer.core.resource.AccountId;
import java.util.List;

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

  /** What it may be called on the command line. */
  List<String> names() {
    return name.isEmpty() ? List.of(account.id()) : List.of(name, account.id());
  }

  @Override
  public int compareTo(Target other) {
    return account.compareTo(other.account);
  }
}
