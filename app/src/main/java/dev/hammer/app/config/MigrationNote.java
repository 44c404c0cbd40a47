package dev.hammer.app.config;

/**
 * Something a person should know of a migration.
 *
 * @param about the key, section or file it is about
 * @param text what happened to it, or what is to be decided
 */
public record MigrationNote(Kind kind, String about, String text) {
  /** What a person is to do with a note. */
  public enum Kind {
    /** Written in another way, with the same meaning. */
    CHANGED,
    /** Hammer has nothing for it, or nothing yet. */
    NO_COUNTERPART,
    /** Somebody should decide. */
    DECIDE
  }
}
