package dev.hammer.aws;

import java.util.Arrays;
import java.util.OptionalDouble;

/** Counts what happened during the last twenty seconds, by tenths of a second. */
final class Recent {
  private static final long SLOT = 100_000_000;
  private static final int SLOTS = 200;

  /** What is enough to tell a rate: so many events, and if there are more, no more than seconds. */
  private static final int ENOUGH = 10;

  private static final int FEW_SLOTS = 40;

  /** Made when first needed: most rates are never exceeded, and there are many. */
  private int[] counts = {};

  private long newest;

  void add(long now) {
    turnTo(now);
    counts[Math.floorMod(newest, SLOTS)]++;
  }

  /**
   * How often a second, over the time given but no longer than is remembered; nothing if that is
   * too little to tell.
   */
  OptionalDouble perSecond(long now, long nanos) {
    turnTo(now);
    int slots = Math.clamp(nanos / SLOT, 1, SLOTS);
    int sum = 0;
    for (int back = 0; back < slots; back++) {
      sum += counts[Math.floorMod(newest - back, SLOTS)];
      if (back >= FEW_SLOTS && sum >= ENOUGH) {
        slots = back + 1;
      }
    }
    return sum < ENOUGH ? OptionalDouble.empty() : OptionalDouble.of(sum * 1e9 / (slots * SLOT));
  }

  private void turnTo(long now) {
    long slot = Math.floorDiv(now, SLOT);
    if (counts.length == 0) {
      counts = new int[SLOTS];
      newest = slot;
    } else if (slot - newest >= SLOTS) {
      Arrays.fill(counts, 0);
    } else {
      for (long passed = newest + 1; passed <= slot; passed++) {
        counts[Math.floorMod(passed, SLOTS)] = 0;
      }
    }
    newest = Math.max(newest, slot);
  }
}
