package dev.hammer.bench;

import dev.hammer.bench.estate.Estate;
import java.nio.file.Path;

/** Something that is measured of a scan. */
interface Measurement {
  /** What it looks at, in words. */
  default String subject(Estate estate) {
    return "The reference estate: 1 account, %d regions, %d resources"
        .formatted(estate.places().size(), estate.resources());
  }

  /**
   * Measures and prints.
   *
   * @param nowhere a file that is empty, for settings that must not come from this machine
   */
  void measure(Estate estate, Hammer hammer, Path nowhere, Bars bars);
}
