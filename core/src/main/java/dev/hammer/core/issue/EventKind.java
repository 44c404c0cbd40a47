package dev.hammer.core.issue;

import java.util.Locale;

/** What can happen to an issue. */
public enum EventKind {
  /** Seen for the first time. */
  FOUND,
  /** Seen again after it was resolved or closed. */
  BACK,
  /** Something significant about it changed. */
  CHANGED,
  /** Seen compliant, gone, or no longer among the offenders. */
  RESOLVED,
  /** Accepted by an entry of the whitelist. */
  WHITELISTED,
  /** The entry that accepted it ended. */
  UNWHITELISTED,
  /** A ticket or message about it went out. */
  REPORTED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static EventKind parse(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
