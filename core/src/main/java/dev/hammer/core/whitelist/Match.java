package dev.hammer.core.whitelist;

/** Whether an entry is about a risk, as far as is known. */
public enum Match {
  YES,
  NO,
  /** What it takes to tell could not be read: units of the organization, or tags. */
  UNKNOWN;

  static Match of(boolean matches) {
    return matches ? YES : NO;
  }

  /** Both must hold: what surely does not decides, then what cannot be told. */
  Match and(Match other) {
    if (this == NO || other == NO) {
      return NO;
    }
    return this == YES ? other : UNKNOWN;
  }
}
