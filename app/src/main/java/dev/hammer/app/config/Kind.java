package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.Optional;

/** How the value of a key is read, and what it may be. */
interface Kind<T> {
  /**
   * Reads a value.
   *
   * @param key its path, for messages
   * @return empty if it is wrong; the problems say why
   */
  Optional<T> read(Node node, String key, Problems problems);

  /** For the reference: what a value looks like, with its range. */
  String form();

  /** A value that somebody could write, in YAML on one line. */
  String example();

  /** The value as it would be written. */
  Value show(T value);

  /** Whether an empty text stands for a key that is not there, as in the predecessor's files. */
  default boolean blankIsAbsent() {
    return false;
  }
}
