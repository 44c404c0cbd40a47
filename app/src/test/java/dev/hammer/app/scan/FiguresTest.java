package dev.hammer.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.aws.CallLog;
import dev.hammer.core.reading.ApiCall;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final ApiCall CALL = ApiCall.of("s3", "ListBuckets");

  @Test
  void everyThrottledRequestCountsWhetherOrNotItsCallSucceeds() {
    Figures figures = new Figures(CallLog.NONE);
    figures.sent();
    figures.wasThrottled();
    figures.sent();
    figures.ended("1", "r", CALL, 1, "ok");
    figures.sent();
    figures.wasThrottled();
    figures.ended("1", "r", CALL, 1, "throttled");
    figures.ended("1", "r", CALL, 1, "denied");
    assertThat(figures.requests()).isEqualTo(3);
    assertThat(figures.throttled()).isEqualTo(2);
    assertThat(figures.denied()).isOne();
  }

  @Test
  void waitsAddUpAndAreHeardByWhoeverListensBehind() {
    Figures behind = new Figures(CallLog.NONE);
    Figures figures = new Figures(behind);
    figures.waited(Duration.ofMillis(700).toNanos());
    figures.waited(Duration.ofMillis(800).toNanos());
    figures.wasThrottled();
    assertThat(figures.waited()).isEqualTo(Duration.ofMillis(1500)).isEqualTo(behind.waited());
    assertThat(behind.throttled()).isOne();
  }
}
