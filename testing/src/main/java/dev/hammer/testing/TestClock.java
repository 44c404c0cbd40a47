package dev.hammer.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class TestClock implements InstantSource {
  private final AtomicReference<Instant> now;

  public TestClock(Instant now) {
    this.now = new AtomicReference<>(now);
  }

  /** A clock at a moment written as in {@code 2026-01-31T12:00:00Z}. */
  public static TestClock at(String moment) {
    return new TestClock(Instant.parse(moment));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  public void set(Instant moment) {
    now.set(moment);
  }

  public void advance(Duration step) {
    now.updateAndGet(moment -> moment.plus(step));
  }
}
