package dev.hammer.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TurnsTest {
  private static final AccountId ONE = AccountId.of("111111111111");
  private static final Region HERE = Region.of("eu-west-1");

  @Test
  void anAccountBeginsWithItsGlobalServices() {
    Unit queues = new Unit(ONE, HERE, "sqs");
    Unit buckets = new Unit(ONE, Region.GLOBAL, "s3");
    Unit keys = new Unit(ONE, Region.GLOBAL, "iam");

    assertThat(Turns.inTurn(List.of(queues, buckets, keys))).containsExactly(keys, buckets, queues);
  }
}
