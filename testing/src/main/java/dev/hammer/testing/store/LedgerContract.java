package dev.hammer.testing.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.issue.Store;
import dev.hammer.core.ledger.LedgerEntry;
import dev.hammer.core.ledger.Worker;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Unit;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The ledger of a scan: of many who claim a unit one gets it, and nobody loses what is done. */
abstract class LedgerContract extends OpenStore {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");
  private static final AccountId ONE = AccountId.of("111111111111");
  private static final AccountId TWO = AccountId.of("222222222222");
  private static final Unit QUEUES = new Unit(ONE, Region.of("eu-west-1"), "sqs");
  private static final Unit BUCKETS = new Unit(ONE, Region.GLOBAL, "s3");
  private static final Unit ELSEWHERE = new Unit(TWO, Region.of("eu-west-1"), "sqs");

  @Test
  void aFreeUnitIsClaimedOnce() {
    assertThat(free("s-1", QUEUES, "a")).isTrue();
    assertThat(free("s-1", QUEUES, "b")).isFalse();

    reopen();
    assertThat(store.ledger("s-1", ONE)).containsExactly(new LedgerEntry(QUEUES, "a", false, 0));
    assertThat(store.ledger("s-1", TWO)).isEmpty();
    assertThat(store.ledger("s-2", ONE)).isEmpty();
    assertThat(free("s-2", QUEUES, "b")).isTrue();
  }

  @Test
  void whatIsDoneStaysDone() {
    assertThat(free("s-1", QUEUES, "a")).isTrue();
    assertThat(store.finish("s-1", QUEUES, "a", 3_000_000_000L)).isTrue();

    assertThat(free("s-1", QUEUES, "b")).isFalse();
    assertThat(store.claim("s-1", QUEUES, "b", Optional.of("a"))).isFalse();
    store.release("s-1", List.of(QUEUES), "a");
    assertThat(store.ledger("s-1", ONE))
        .containsExactly(new LedgerEntry(QUEUES, "a", true, 3_000_000_000L));
  }

  @Test
  void aUnitIsTakenOverFromWhomeverHasItOnly() {
    assertThat(free("s-1", QUEUES, "a")).isTrue();

    assertThat(store.claim("s-1", QUEUES, "c", Optional.of("b"))).isFalse();
    assertThat(store.claim("s-1", BUCKETS, "c", Optional.of("a"))).isFalse();
    assertThat(store.claim("s-1", QUEUES, "c", Optional.of("a"))).isTrue();
    assertThat(store.claim("s-1", QUEUES, "b", Optional.of("a"))).isFalse();

    assertThat(store.finish("s-1", QUEUES, "a", 1)).isFalse();
    assertThat(store.finish("s-1", QUEUES, "c", 2)).isTrue();
    assertThat(store.ledger("s-1", ONE)).containsExactly(new LedgerEntry(QUEUES, "c", true, 2));
  }

  @Test
  void whatIsGivenBackIsFree() {
    assertThat(free("s-1", QUEUES, "a")).isTrue();
    assertThat(free("s-1", BUCKETS, "b")).isTrue();

    store.release("s-1", List.of(QUEUES, BUCKETS, ELSEWHERE), "a");

    assertThat(store.ledger("s-1", ONE)).containsExactly(new LedgerEntry(BUCKETS, "b", false, 0));
    assertThat(free("s-1", QUEUES, "b")).isTrue();
    assertThat(store.finish("s-1", QUEUES, "a", 1)).isFalse();
  }

  @Test
  void nothingIsFinishedThatNobodyClaimed() {
    assertThat(store.finish("s-1", QUEUES, "a", 1)).isFalse();
    assertThat(store.ledger("s-1", ONE)).isEmpty();
  }

  @Test
  void entriesOfAnAccountAreSorted() {
    Unit last = new Unit(ONE, Region.of("us-east-1"), "ec2");
    for (Unit unit : List.of(last, QUEUES, ELSEWHERE, BUCKETS)) {
      assertThat(free("s-1", unit, "a")).isTrue();
    }

    assertThat(store.ledger("s-1", ONE)).extracting(LedgerEntry::unit).isSorted().hasSize(3);
    assertThat(store.ledger("s-1", TWO)).extracting(LedgerEntry::unit).containsExactly(ELSEWHERE);
  }

  @Test
  void workersAreKeptAsTheyLastSaid() {
    Worker first = new Worker("a", "build-7", 4711, NOON, 1, Value.Fields.NONE);
    Worker second = new Worker("b", "caf\u00e9'", 1, NOON, 1, Value.fields().put("x", 1).build());
    store.beat("s-1", second);
    store.beat("s-1", first);
    store.beat("s-2", first);

    Worker later = first.again(NOON.plusSeconds(15), Value.fields().put("requests", 7).build());
    store.beat("s-1", later);
    reopen();

    assertThat(store.workers("s-1")).containsExactly(later, second);
    assertThat(store.workers("s-2")).containsExactly(first);
    assertThat(store.workers("s-3")).isEmpty();
  }

  @Test
  void aClearedLedgerIsEmptyAndNoOther() {
    for (String scan : List.of("s-1", "s-2")) {
      assertThat(free(scan, QUEUES, "a")).isTrue();
      assertThat(free(scan, ELSEWHERE, "a")).isTrue();
      store.beat(scan, new Worker("a", "host", 1, NOON, 1, Value.Fields.NONE));
    }

    store.clearLedger("s-1");

    assertThat(store.ledger("s-1", ONE)).isEmpty();
    assertThat(store.ledger("s-1", TWO)).isEmpty();
    assertThat(store.workers("s-1")).isEmpty();
    assertThat(store.ledger("s-2", ONE)).hasSize(1);
    assertThat(store.workers("s-2")).hasSize(1);
  }

  @Test
  void ofManyWorkersEachUnitGoesToOne() throws Exception {
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      units.add(new Unit(ONE, Region.of("eu-west-" + i), "sqs"));
    }
    Store second = another();
    List<Callable<List<Unit>>> workers = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      String worker = "worker-" + n;
      Store mine = n % 2 == 0 ? store : second;
      workers.add(
          () ->
              units.stream()
                  .filter(unit -> mine.claim("s-1", unit, worker, Optional.empty()))
                  .toList());
    }

    List<Unit> claimed = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<List<Unit>> each : threads.invokeAll(workers)) {
        claimed.addAll(each.get());
      }
    }

    assertThat(claimed).containsExactlyInAnyOrderElementsOf(units);
  }

  @Test
  void ofManyWhoTakeOverOneDoes() throws Exception {
    assertThat(free("s-1", QUEUES, "gone")).isTrue();
    Store second = another();
    List<Callable<Boolean>> heirs = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      String heir = "worker-" + n;
      Store mine = n % 2 == 0 ? store : second;
      heirs.add(() -> mine.claim("s-1", QUEUES, heir, Optional.of("gone")));
    }

    int taken = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> each : threads.invokeAll(heirs)) {
        taken += each.get() ? 1 : 0;
      }
    }

    assertThat(taken).isEqualTo(1);
  }

  private boolean free(String scan, Unit unit, String worker) {
    return store.claim(scan, unit, worker, Optional.empty());
  }
}
