package dev.hammer.bench.estate;

import java.util.Locale;

/** Names of seeded things. */
final class Names {
  private Names() {}

  /** A kind in lower case with hyphens. */
  static String of(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
