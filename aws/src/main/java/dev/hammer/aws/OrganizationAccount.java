package dev.hammer.aws;

import dev.hammer.core.resource.AccountId;
import java.util.Locale;

/**
 * An account as its organization lists it.
 *
 * @param name as the organization calls it, written by anyone; empty if it has none
 */
public record OrganizationAccount(AccountId account, String name, State state) {

  /** Where an account is in its life. */
  public enum State {
    PENDING_ACTIVATION("not activated yet"),
    ACTIVE("active"),
    SUSPENDED("suspended"),
    PENDING_CLOSURE("about to be closed"),
    CLOSED("closed"),
    /** A state that we do not know; such an account is read like an active one. */
    OTHER("in an unknown state");

    private final String words;

    State(String words) {
      this.words = words;
    }

    static State of(String text) {
      for (State state : values()) {
        if (state.name().equals(text)) {
          return state;
        }
      }
      return OTHER;
    }

    /** For people. */
    public String words() {
      return words;
    }

    /** For machines. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether there is anything to enter: nobody gets into an account that is closed. */
  public boolean isOpen() {
    return switch (state) {
      case ACTIVE, OTHER -> true;
      case PENDING_ACTIVATION, SUSPENDED, PENDING_CLOSURE, CLOSED -> false;
    };
  }
}
