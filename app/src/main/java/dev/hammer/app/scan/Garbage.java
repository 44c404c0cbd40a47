package dev.hammer.app.scan;

/**
 * Has garbage collected between units once it outweighs what lives. Left to itself the collector of
 * a small heap lets the heap grow to its limit before it clears what is old, so that memory would
 * rise with the number of accounts though nothing of them is kept.
 */
final class Garbage {
  private static final long MIB = 1_048_576;

  /** Worth a pause of some tens of milliseconds. */
  private static final long TOLERATED = 32 * MIB;

  private long alive = 32 * MIB;

  /** To be called when a unit is done. */
  void collectIfWorthIt() {
    if (used() > alive + TOLERATED) {
      System.gc();
      alive = used();
    }
  }

  private static long used() {
    Runtime heap = Runtime.getRuntime();
    return heap.totalMemory() - heap.freeMemory();
  }
}
