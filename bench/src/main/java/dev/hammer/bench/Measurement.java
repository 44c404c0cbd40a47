package dev.hammer.bench;

import dev.hammer.bench.estate.Estate;
import java.nio.file.Path;

/** Something that is measured of a scan. */
interface Measurement {
  /**
   * Measures and prints.
   *
   * @param nowhere a file that is empty, for settings that must not come from this machine
   */
  void measure(Estate estate, Hammer hammer, Path nowhere, Bars bars);
}
