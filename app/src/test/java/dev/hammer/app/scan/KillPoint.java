package dev.hammer.app.scan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * When a process is killed.
 *
 * @param write at which of its writes, from 1
 * @param after whether that write is still made
 */
record KillPoint(int write, boolean after) {
  private static final int SOME = 20;
  private static final long SEED = 20261124;

  /** Twenty of all points, always the same; all of them with {@code -Dkill.everywhere}. */
  static List<KillPoint> some(int writes) {
    List<KillPoint> all = new ArrayList<>();
    for (int write = 1; write <= writes; write++) {
      all.add(new KillPoint(write, false));
      all.add(new KillPoint(write, true));
    }
    if (System.getProperty("kill.everywhere") != null) {
      return all;
    }
    Collections.shuffle(all, new Random(SEED));
    return all.subList(0, Math.min(SOME, all.size()));
  }
}
