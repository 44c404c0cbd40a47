package dev.hammer.bench.estate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class KeyPlanTest {
  @Test
  void aYoungKeyViolatesNothing() {
    assertThat(KeyPlan.neverUsed(45).violates()).isEmpty();
    assertThat(KeyPlan.used(90, 45).violates()).isEmpty();
  }

  @Test
  void aKeyNeverUsedCountsFromItsCreation() {
    assertThat(KeyPlan.neverUsed(46).violates()).containsExactly(Truth.UNUSED_KEY);
  }

  @Test
  void anOldKeyInUseIsOnlyNotRotated() {
    assertThat(KeyPlan.used(91, 0).violates()).containsExactly(Truth.OLD_KEY);
  }

  @Test
  void anOldKeyNobodyUsesIsBoth() {
    assertThat(KeyPlan.used(200, 46).violates()).containsExactly(Truth.UNUSED_KEY, Truth.OLD_KEY);
  }

  @Test
  void aKeySwitchedOffViolatesNothing() {
    assertThat(KeyPlan.switchedOff(400).violates()).isEmpty();
  }
}
