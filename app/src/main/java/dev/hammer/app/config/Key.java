package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.Optional;

/**
 * One key of the configuration. The reader, the search for misspelt keys, the reference and the
 * first file of a person all follow from its declaration.
 *
 * @param path with its section, such as {@code aws.regions}
 * @param fallback the value when the key is absent; empty if there is none
 * @param otherwise what holds when the key is absent and has no fallback, in a few words
 * @param about what it means, for the reference
 * @param example a value somebody could write, in YAML on one line
 * @param isSecret whether its value is never shown
 */
record Key<T>(
    String path,
    Kind<T> kind,
    Optional<T> fallback,
    String otherwise,
    String about,
    String example,
    Standing standing,
    boolean isSecret) {

  /** Where a key comes from, and whether anything follows from it. */
  enum Standing {
    /** Of Hammer. */
    OWN,
    /** Of the predecessor, with the same effect. */
    KEPT,
    /** Of the predecessor; its value is proved, and nothing acts on it yet. */
    PROVED
  }

  /** A key that may be absent. */
  static <T> Key<T> of(String path, Kind<T> kind, String about) {
    return new Key<>(
        path, kind, Optional.empty(), "none", about, kind.example(), Standing.OWN, false);
  }

  /** A key of the predecessor that nothing uses yet. */
  static <T> Key<T> proved(String path, Kind<T> kind, String about) {
    return of(path, kind, about).with(Standing.PROVED);
  }

  Key<T> or(T value) {
    return new Key<>(path, kind, Optional.of(value), otherwise, about, example, standing, isSecret);
  }

  Key<T> otherwise(String words) {
    return new Key<>(path, kind, fallback, words, about, example, standing, isSecret);
  }

  Key<T> suchAs(String yaml) {
    return new Key<>(path, kind, fallback, otherwise, about, yaml, standing, isSecret);
  }

  Key<T> kept() {
    return with(Standing.KEPT);
  }

  Key<T> secret() {
    return new Key<>(path, kind, fallback, otherwise, about, example, standing, true);
  }

  private Key<T> with(Standing other) {
    return new Key<>(path, kind, fallback, otherwise, about, example, other, isSecret);
  }

  /** The fallback as it would be written; absent if there is none. */
  Value shownFallback() {
    return fallback.map(kind::show).orElse(Value.absent());
  }
}
