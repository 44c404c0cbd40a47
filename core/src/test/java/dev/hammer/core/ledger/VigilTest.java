package dev.hammer.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.value.Value;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class VigilTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration LEASE = Worker.LEASE;

  @Test
  void aWorkerWithinItsLeaseLives() {
    Vigil vigil = new Vigil(_ -> false);

    assertThat(vigil.isGone(worker(NOON.plus(LEASE), 1), NOON)).isFalse();
    assertThat(vigil.isGone(worker(NOON.plus(LEASE), 1), NOON.plusSeconds(59))).isFalse();
    assertThat(vigil.isGone(worker(NOON.plus(LEASE), 1), NOON.plus(LEASE))).isTrue();
  }

  @Test
  void aWorkerThatSpokeAgainLivesAgain() {
    Vigil vigil = new Vigil(_ -> false);
    Worker first = worker(NOON.plus(LEASE), 1);
    assertThat(vigil.isGone(first, NOON.plusSeconds(50))).isFalse();

    Worker again = first.again(NOON.plusSeconds(55), Value.Fields.NONE);

    assertThat(vigil.isGone(again, NOON.plusSeconds(100))).isFalse();
    assertThat(vigil.isGone(again, NOON.plusSeconds(115))).isTrue();
  }

  @Test
  void aClockThatIsHoursAheadKeepsNothingForLongerThanALease() {
    Vigil vigil = new Vigil(_ -> false);
    Worker ahead = worker(NOON.plus(Duration.ofHours(5)), 1);

    assertThat(vigil.isGone(ahead, NOON)).isFalse();
    assertThat(vigil.isGone(ahead, NOON.plusSeconds(59))).isFalse();
    assertThat(vigil.isGone(ahead, NOON.plusSeconds(60))).isTrue();
  }

  @Test
  void whoIsKnownToBeDeadIsGoneAtOnce() {
    Vigil vigil = new Vigil(worker -> worker.host().equals("here"));

    assertThat(vigil.isGone(worker(NOON.plus(LEASE), 1), NOON)).isTrue();
  }

  /** Whatever the clocks: a worker that beats is kept, one that stopped is not, within a lease. */
  @Property
  void whoBeatsIsNeverGoneAndWhoStoppedIsGoneInTime(
      @ForAll @IntRange(min = 0, max = 100_000) int aheadBySeconds,
      @ForAll @IntRange(min = 1, max = 200) int beats,
      @ForAll @IntRange(min = 1, max = 59) int pause) {
    Vigil vigil = new Vigil(_ -> false);
    Instant watcher = NOON;
    Worker worker = new Worker("w", "there", 1, NOON, 0, Value.Fields.NONE);
    for (int i = 0; i < beats; i++) {
      worker = worker.again(watcher.plusSeconds(aheadBySeconds), Value.Fields.NONE);
      assertThat(vigil.isGone(worker, watcher)).isFalse();
      watcher = watcher.plusSeconds(pause);
      assertThat(vigil.isGone(worker, watcher)).isFalse();
    }

    assertThat(vigil.isGone(worker, watcher.plus(LEASE))).isTrue();
  }

  private static Worker worker(Instant until, long beats) {
    return new Worker("w", "here", 1, until, beats, Value.Fields.NONE);
  }
}
