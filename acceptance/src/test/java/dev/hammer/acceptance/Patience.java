package dev.hammer.acceptance;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what comes soon, and says what did not. */
final class Patience {
  private static final Duration STEP = Duration.ofMillis(20);
  private static final Duration END = Duration.ofSeconds(60);

  private Patience() {}

  static void until(BooleanSupplier isThere, Supplier<String> missing) {
    long deadline = System.nanoTime() + END.toNanos();
    while (!isThere.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(missing.get());
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }
}
