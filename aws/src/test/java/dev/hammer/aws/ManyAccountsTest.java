package dev.hammer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.reading.ApiCall;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Many accounts share 64 places, each call taking about 33 ms. */
class ManyAccountsTest {
  private static final double CALL = 0.033;

  private final SimulatedTime time = new SimulatedTime();
  private final Desk desk = new Desk(Budget.THIRD, 64, 8);

  @Test
  void manySmallAccountsKeepEveryPlaceBusy() {
    var service = new SimulatedService(time, desk, 1e9, 1e9, 1);
    for (int account = 0; account < 500; account++) {
      service.ask("account-" + account, ApiCall.of("s3", "GetBucketAcl"), 20);
    }
    Duration took = time.passAll();
    assertThat(service.done()).isEqualTo(10_000);
    assertThat(took.toNanos() / 1e9).isLessThan(10_000 * CALL / 64 * 1.1);
  }

  @Test
  void smallAccountsDoNotWaitForABigOne() {
    var big = new SimulatedService(time, desk, 1e9, 1e9, 1);
    var small = new SimulatedService(time, desk, 1e9, 1e9, 2);
    for (int service = 0; service < 10; service++) {
      big.ask("big", ApiCall.of("service-" + service, "Get"), 5_000);
    }
    for (int account = 0; account < 50; account++) {
      small.ask("small-" + account, ApiCall.of("s3", "GetBucketAcl"), 20);
    }
    // Fifty-one take turns for 64 places: a thousand calls, and as many of the big one's turns.
    time.pass(Duration.ofMillis((long) (1000 * (1000 + 20) * CALL / 64 * 1.5)));
    assertThat(small.done()).isEqualTo(1000);
    assertThat(big.done()).isLessThan(2000).isPositive();
  }

  /** Every account is throttled in one service; that costs it that service only. */
  @Test
  void pausesOfThrottledAccountsHoldNobodyUp() {
    var slow = new SimulatedService(time, desk, 1, 1, 1);
    var fast = new SimulatedService(time, desk, 1e9, 1e9, 2);
    for (int account = 0; account < 20; account++) {
      slow.ask("account-" + account, ApiCall.of("iam", "ListAccessKeys"), 100);
      fast.ask("account-" + account, ApiCall.of("s3", "GetBucketAcl"), 100);
    }
    time.pass(Duration.ofMillis((long) (1000 * 2000 * CALL / 64 * 2)));
    assertThat(fast.done()).isEqualTo(2000);
    assertThat(slow.done()).isLessThan(100);
  }
}
