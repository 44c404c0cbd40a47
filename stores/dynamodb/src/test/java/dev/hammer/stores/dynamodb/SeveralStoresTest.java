package dev.hammer.stores.dynamodb;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.scan.Slice;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several stores at once over the same tables, with more changes than one transaction takes. */
final class SeveralStoresTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Slice BUCKETS = SliceBuilder.BUCKETS;
  private static final int STORES = 4;
  private static final int ISSUES = 80;

  private final String prefix = LocalDynamo.newPrefix();

  @Test
  void allOfThemCreateTheTables() throws Exception {
    List<Store> opened = race(n -> LocalDynamo.open(LocalDynamo.client(), prefix));

    assertThat(opened).hasSize(STORES).allSatisfy(store -> assertThat(store.slices()).isEmpty());
  }

  @Test
  void whatAllOfThemFindIsStoredOnce() throws Exception {
    Store one = LocalDynamo.open(LocalDynamo.client(), prefix);

    List<Stored> results =
        race(n -> look(LocalDynamo.open(LocalDynamo.client(), prefix), NOON.plusSeconds(n)));

    assertThat(results.getLast()).isEqualTo(new Stored.Applied());
    assertThat(results)
        .allMatch(r -> r instanceof Stored.Applied || r instanceof Stored.Superseded);
    assertThat(one.live(BUCKETS)).hasSize(ISSUES);
    for (Issue issue : one.live(BUCKETS)) {
      assertThat(issue.version()).isEqualTo(1);
      assertThat(one.history(issue.key())).hasSize(1);
    }
    assertThat(one.slices().getFirst().began()).contains(NOON.plusSeconds(STORES - 1));
  }

  @Test
  void everyWriteIsKeptOnce() throws Exception {
    Store one = LocalDynamo.open(LocalDynamo.client(), prefix);
    look(one, NOON);

    race(
        n -> {
          Store mine = LocalDynamo.open(LocalDynamo.client(), prefix);
          Stored result = new Stored.Conflict(List.of());
          while (!(result instanceof Stored.Applied)) {
            result =
                mine.apply(
                    Optional.empty(),
                    mine.live(BUCKETS).stream()
                        .filter(issue -> !issue.finding().summary().contains("by " + n))
                        .map(
                            i ->
                                Changes.change(
                                    i,
                                    IssueBuilder.after(i)
                                        .summary(i.finding().summary() + " by " + n)
                                        .build()))
                        .toList());
          }
          return result;
        });

    for (Issue issue : one.live(BUCKETS)) {
      assertThat(issue.version()).isEqualTo(1 + STORES);
      assertThat(one.history(issue.key())).hasSize(1 + STORES);
      assertThat(issue.finding().summary()).contains("by 0", "by 1", "by 2", "by 3");
    }
  }

  /** Loads, writes what is missing, and begins anew if others were faster. */
  private static Stored look(Store store, Instant began) {
    while (true) {
      Map<IssueKey, Issue> known =
          store.live(BUCKETS).stream().collect(Collectors.toMap(Issue::key, Function.identity()));
      List<Change> changes =
          IntStream.range(0, ISSUES)
              .mapToObj(i -> issue("bucket-%03d".formatted(i)).build())
              .filter(issue -> !known.containsKey(issue.key()))
              .map(Changes::born)
              .toList();
      Stored stored = store.apply(Optional.of(SliceBuilder.look(began).build()), changes);
      if (!(stored instanceof Stored.Conflict)) {
        return stored;
      }
    }
  }

  /** What one of the stores does. */
  @FunctionalInterface
  private interface Deed<T> {
    T by(int number) throws Exception;
  }

  private static <T> List<T> race(Deed<T> deed) throws Exception {
    CyclicBarrier start = new CyclicBarrier(STORES);
    List<Callable<T>> all =
        IntStream.range(0, STORES)
            .<Callable<T>>mapToObj(
                n ->
                    () -> {
                      start.await();
                      return deed.by(n);
                    })
            .toList();
    List<T> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(STORES)) {
      for (Future<T> result : threads.invokeAll(all)) {
        results.add(result.get());
      }
    }
    return results;
  }
}
