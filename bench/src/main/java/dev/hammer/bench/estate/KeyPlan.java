package dev.hammer.bench.estate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * An access key.
 *
 * @param usedDaysAgo absent if it was never used
 */
record KeyPlan(int ageInDays, OptionalInt usedDaysAgo, boolean active) {
  /** The limits of the two checks as they are with nothing configured. */
  private static final int UNUSED_LIMIT = 45;

  private static final int ROTATION_LIMIT = 90;

  static KeyPlan used(int ageInDays, int usedDaysAgo) {
    return new KeyPlan(ageInDays, OptionalInt.of(usedDaysAgo), true);
  }

  static KeyPlan neverUsed(int ageInDays) {
    return new KeyPlan(ageInDays, OptionalInt.empty(), true);
  }

  static KeyPlan switchedOff(int ageInDays) {
    return new KeyPlan(ageInDays, OptionalInt.empty(), false);
  }

  /** Whether its last use must be known: younger keys, and those switched off, are sound. */
  boolean needsLastUse() {
    return active && ageInDays > UNUSED_LIMIT;
  }

  List<String> violates() {
    List<String> checks = new ArrayList<>();
    if (needsLastUse() && usedDaysAgo.orElse(ageInDays) > UNUSED_LIMIT) {
      checks.add(Truth.UNUSED_KEY);
    }
    if (active && ageInDays > ROTATION_LIMIT) {
      checks.add(Truth.OLD_KEY);
    }
    return checks;
  }
}
