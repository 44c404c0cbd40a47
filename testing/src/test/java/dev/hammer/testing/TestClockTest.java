package dev.hammer.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TestClockTest {
  @Test
  void standsStillUntilItIsMoved() {
    var clock = TestClock.at("2026-01-31T12:00:00Z");
    assertThat(clock.instant()).isEqualTo(clock.instant());
    clock.advance(Duration.ofHours(13));
    assertThat(clock.instant()).isEqualTo("2026-02-01T01:00:00Z");
    clock.set(Instant.EPOCH);
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
  }
}
