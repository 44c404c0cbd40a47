package dev.hammer.policy;

import java.util.Locale;
import java.util.Optional;

/** Whom a policy or statement lets in, the narrowest first: the verdict of this library. */
public enum Audience {
  /** Nobody but the own account, and accounts that are trusted. */
  INTERNAL,
  /** Everybody in a whole organization. */
  ORG,
  /** Named outsiders: accounts, organizations or networks. */
  CROSS_ACCOUNT,
  /** A service of AWS, on behalf of whichever customer asks it: a confused deputy. */
  SERVICE_UNBOUND,
  /** Everyone, unless a condition that this library cannot judge narrows it. */
  PUBLIC_UNCLEAR,
  /** Everyone. */
  PUBLIC;

  /** The name in lower case, as shown, stored and given on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The audience of this name, in any case. */
  public static Optional<Audience> named(String label) {
    for (Audience audience : values()) {
      if (audience.name().equalsIgnoreCase(label)) {
        return Optional.of(audience);
      }
    }
    return Optional.empty();
  }

  /** Whether this is as bad as the other or worse. */
  public boolean isAtLeast(Audience other) {
    return compareTo(other) >= 0;
  }

  /** Whether everyone is let in, or may be. */
  public boolean isPublic() {
    return isAtLeast(PUBLIC_UNCLEAR);
  }
}
