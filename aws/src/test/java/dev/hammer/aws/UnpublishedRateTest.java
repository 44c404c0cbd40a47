package dev.hammer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.reading.ApiCall;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against a service that enforces a rate which AWS does not publish. */
class UnpublishedRateTest {
  private static final ApiCall CALL = ApiCall.of("iam", "ListAccessKeys");
  private static final double MINUTE = 60;

  private final SimulatedTime time = new SimulatedTime();

  @ParameterizedTest
  @CsvSource({
    "2, 2",
    "5, 2",
    "5, 5",
    "10, 10",
    "100, 10",
    "20, 20",
    "100, 20",
    "15, 50",
    "100, 100",
    "1000, 100",
    "200, 150"
  })
  void throttlesBecomeRareAndTheRateIsUsed(double size, double perSecond) {
    for (long seed = 1; seed <= 20; seed++) {
      var service = service(size, perSecond, seed);
      double start = time.nanos() / 1e9;
      service.ask("111111111111", CALL, (int) (size + perSecond * 600));
      time.pass(Duration.ofMinutes(5));
      double requests = service.since(start + MINUTE);
      double throttled = service.throttledSince(start + MINUTE);
      assertThat(throttled / requests).isLessThan(0.01);
      assertThat(requests - throttled).isGreaterThan(4 * MINUTE * perSecond / 1.2);
      assertThat(service.failed()).isLessThanOrEqualTo(perSecond < 5 ? 2 : 0);
    }
  }

  @Test
  void withoutThrottlingOnlyTheCallsInFlightLimit() {
    var service = service(1e6, 1e6, 1);
    service.ask("111111111111", CALL, 10_000);
    time.pass(Duration.ofSeconds(60));
    assertThat(service.done()).isEqualTo(10_000);
    assertThat(service.requests().getLast().seconds()).isLessThan(10_000 * 0.033 / 8 * 1.05);
  }

  @Test
  void speedComesBackWhenTheServiceAllowsMore() {
    var service = service(10, 10, 7);
    service.ask("111111111111", CALL, 100_000);
    time.pass(Duration.ofMinutes(2));
    service.change(100, 100);
    time.pass(Duration.ofMinutes(3));
    long before = service.since(0);
    time.pass(Duration.ofMinutes(1));
    assertThat(service.since(0) - before).isGreaterThan((long) (100 * MINUTE / 1.2));
  }

  @Test
  void rateIsFoundAgainWhenTheServiceAllowsLess() {
    var service = service(100, 100, 7);
    service.ask("111111111111", CALL, 100_000);
    time.pass(Duration.ofMinutes(2));
    service.change(10, 10);
    time.pass(Duration.ofMinutes(1));
    double now = time.nanos() / 1e9;
    time.pass(Duration.ofMinutes(2));
    assertThat((double) service.throttledSince(now) / service.since(now)).isLessThan(0.01);
    assertThat(service.since(now)).isGreaterThan((long) (2 * MINUTE * 10 / 1.2));
  }

  private SimulatedService service(double size, double perSecond, long seed) {
    return new SimulatedService(time, new Desk(Budget.THIRD, 64, 8), size, perSecond, seed);
  }
}
