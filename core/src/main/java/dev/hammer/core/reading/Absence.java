package dev.hammer.core.reading;

/** What it means that a complete listing did not bring a resource. */
public enum Absence {
  /** It does not exist any more. */
  GONE("gone"),
  /** The service filtered: it is gone, or no longer among the offenders. */
  NO_LONGER_OFFENDING("gone or no longer among the offenders");

  private final String words;

  Absence(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
