package dev.hammer.testing.stub;

import java.time.Duration;

/** Waits on the wire, which is what the stub is for; tests themselves never sleep. */
final class Delay {
  private Delay() {}

  static void pass(Duration delay) {
    if (delay.isPositive()) {
      try {
        Thread.sleep(delay);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("The stub was stopped while an answer was delayed", e);
      }
    }
  }
}
