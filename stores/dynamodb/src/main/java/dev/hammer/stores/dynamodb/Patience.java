package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.StoreException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits before something is tried again; tests do not wait. */
@FunctionalInterface
interface Patience {
  void pause(Duration length);

  /** Waits about as long as told: several that wait for each other must not stay in step. */
  static Patience real() {
    return length -> {
      try {
        long millis = length.toMillis();
        Thread.sleep(millis / 2 + ThreadLocalRandom.current().nextLong(millis + 1));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new StoreException(
            "Stopped while waiting for DynamoDB", "Run the command again", stopped);
      }
    };
  }

  /** Waits longer with each try, up to two seconds. */
  default void before(int again) {
    pause(Duration.ofMillis(Math.min(2_000L, 20L << Math.min(again, 10))));
  }
}
