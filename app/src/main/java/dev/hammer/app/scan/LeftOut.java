package dev.hammer.app.scan;

import dev.hammer.aws.OrganizationAccount;
import dev.hammer.core.resource.AccountId;

/**
 * An account of the organization that is not in scope.
 *
 * @param name what the configuration calls it, else the organization; empty if neither does
 */
public record LeftOut(
    AccountId account, String name, OrganizationAccount.State state, Reason reason) {

  /** Why it is not looked at. */
  public enum Reason {
    /** Nobody gets into it. */
    STATE("state"),
    EXCLUDED("excluded"),
    NOT_INCLUDED("not_included"),
    TAGS("tags"),
    /** The configuration names its accounts one by one. */
    NOT_NAMED("not_named");

    private final String word;

    Reason(String word) {
      this.word = word;
    }

    /** For machines. */
    public String word() {
      return word;
    }
  }

  /** Why, for people. */
  public String why() {
    return switch (reason) {
      case STATE -> state.words();
      case EXCLUDED -> "matched by aws.organizations.exclude";
      case NOT_INCLUDED -> "not matched by aws.organizations.include";
      case TAGS -> "lacks a tag of aws.organizations.tags";
      case NOT_NAMED -> "not in aws.accounts";
    };
  }

  /** Name and id, or the id alone. */
  public String shown() {
    return name.isEmpty() ? account.id() : name + " (" + account.id() + ")";
  }
}
