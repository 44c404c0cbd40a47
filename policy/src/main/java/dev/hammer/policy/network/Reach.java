package dev.hammer.policy.network;

import java.util.Locale;

/** How much of the internet a set of addresses lets in, most first. */
public enum Reach {
  /** Practically everybody: at least 99 % of the global unicast space. */
  ALL,
  /** So much that it names nobody: a block shorter than /8 or /32, or more than 1 %. */
  WIDE,
  /** Some addresses of the internet. */
  SOME,
  /** No address that is reachable from the internet. */
  PRIVATE;

  /** Whether the set is no restriction: all, or a wide part, of the world. */
  public boolean isWorld() {
    return this == ALL || this == WIDE;
  }

  /** Whether at least one address of the internet is let in. */
  public boolean isPublic() {
    return this != PRIVATE;
  }

  public Reach or(Reach other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The name in lower case, as shown and stored. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
