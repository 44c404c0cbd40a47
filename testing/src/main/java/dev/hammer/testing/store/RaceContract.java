package dev.hammer.testing.store;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.Reporting;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many writers at once, in two stores over the same data: none is lost, none is doubled. */
abstract class RaceContract extends OpenStore {
  private static final int WRITERS = 8;
  private static final int ROUNDS = 25;
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private Store second;

  @BeforeEach
  void openSecond() {
    second = another();
  }

  @Test
  void whatOneWroteTheOtherSees() {
    Issue issue = insert(issue("a"));

    assertThat(second.issues(List.of(issue.key()))).containsExactly(issue);
  }

  @Test
  void ofManyFirstWritesOneWins() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String id = "bucket-" + round;
      List<Stored> results =
          race(
              n ->
                  storeOf(n)
                      .apply(
                          Optional.empty(),
                          List.of(Changes.born(issue(id).summary("by " + n).build()))));

      assertOneWon(results);
      int winner = results.indexOf(APPLIED);
      Issue stored = stored(issue(id).build().key());
      assertThat(stored.finding().summary()).isEqualTo("by " + winner);
      assertThat(texts(stored.key())).containsExactly("found");
    }
  }

  @Test
  void ofManyChangesOfOneVersionOneWins() throws Exception {
    Issue current = insert(issue("a"));
    for (int round = 0; round < ROUNDS; round++) {
      Issue before = current;
      List<Stored> results =
          race(
              n ->
                  storeOf(n)
                      .apply(
                          Optional.empty(),
                          List.of(
                              Changes.change(
                                  before, IssueBuilder.after(before).summary("by " + n).build()))));

      assertOneWon(results);
      current = stored(before.key());
      assertThat(current.finding().summary()).isEqualTo("by " + results.indexOf(APPLIED));
      assertThat(current.version()).isEqualTo(before.version() + 1);
    }
    assertThat(store.history(current.key())).hasSize(ROUNDS + 1);
  }

  @Test
  void everyCountIsKept() throws Exception {
    IssueKey key = insert(issue("a").life(0)).key();
    IssueKey other = insert(issue("b").life(0)).key();

    race(
        n -> {
          for (int round = 0; round < ROUNDS; round++) {
            count(storeOf(n), List.of(key, other));
          }
          return APPLIED;
        });

    for (IssueKey each : List.of(key, other)) {
      assertThat(stored(each).life()).isEqualTo(WRITERS * ROUNDS);
      assertThat(stored(each).version()).isEqualTo(WRITERS * ROUNDS + 1L);
      assertThat(store.history(each)).hasSize(WRITERS * ROUNDS + 1);
    }
  }

  @Test
  void scansAndReportsAtOnceAllSurvive() throws Exception {
    IssueKey key = insert(issue("a").life(0)).key();

    race(
        n -> {
          for (int round = 0; round < ROUNDS; round++) {
            if (n % 2 == 0) {
              count(storeOf(n), List.of(key));
            } else {
              comment(storeOf(n), key);
            }
          }
          return APPLIED;
        });

    Issue end = stored(key);
    int half = WRITERS / 2 * ROUNDS;
    assertThat(end.life()).isEqualTo(half);
    assertThat(end.reporting().ticket().get("comments")).contains(Value.of(half));
    assertThat(store.history(key)).hasSize(2 * half + 1);
  }

  @Test
  void theLookThatBeganLastStands() throws Exception {
    Issue issue = insert(issue("a"));
    List<Stored> results =
        race(
            n -> {
              Stored stored = new Stored.Conflict(List.of());
              while (stored instanceof Stored.Conflict) {
                Issue before = storeOf(n).issues(List.of(issue.key())).getFirst();
                Issue after = IssueBuilder.after(before).summary("look " + n).build();
                SliceState look = SliceBuilder.look(NOON.plusNanos(1_000L * n)).build();
                stored =
                    storeOf(n).apply(Optional.of(look), List.of(Changes.change(before, after)));
              }
              return stored;
            });

    assertThat(results.getLast()).isEqualTo(APPLIED);
    assertThat(results).allMatch(r -> r.equals(APPLIED) || r.equals(SUPERSEDED));
    assertThat(stored(issue.key()).finding().summary()).isEqualTo("look " + (WRITERS - 1));
    assertThat(store.slices().getFirst().began()).contains(NOON.plusNanos(1_000L * (WRITERS - 1)));
    long written = results.stream().filter(APPLIED::equals).count();
    assertThat(store.history(issue.key())).hasSize((int) written + 1);
  }

  private Store storeOf(int writer) {
    return writer % 2 == 0 ? store : second;
  }

  /** Adds one to each of the issues, as often as it takes. */
  private static void count(Store store, List<IssueKey> keys) {
    Stored result = new Stored.Conflict(keys);
    while (!(result instanceof Stored.Applied)) {
      result =
          store.apply(
              Optional.empty(),
              store.issues(keys).stream()
                  .map(
                      before ->
                          Changes.change(
                              before,
                              IssueBuilder.after(before)
                                  .life(before.life() + 1)
                                  .severity(Severity.LOW)
                                  .build()))
                  .toList());
    }
  }

  /** Adds one comment to the ticket, as often as it takes. */
  private static void comment(Store store, IssueKey key) {
    Stored result = new Stored.Conflict(List.of(key));
    while (!(result instanceof Stored.Applied)) {
      Issue before = store.issues(List.of(key)).getFirst();
      Value comments = before.reporting().ticket().get("comments").orElse(Value.of(0));
      Value more =
          comments instanceof Value.Num(BigDecimal n)
              ? Value.of(n.add(BigDecimal.ONE))
              : Value.absent();
      Reporting reporting =
          new Reporting(
              Optional.of(NOON), Optional.empty(), Value.fields().put("comments", more).build());
      HistoryEntry entry =
          new HistoryEntry(
              key,
              NOON,
              EventKind.REPORTED,
              "reporting",
              Optional.empty(),
              "commented",
              Value.Fields.NONE,
              Value.Fields.NONE);
      result = store.report(before, Status.OPEN, reporting, entry);
    }
  }

  private static void assertOneWon(List<Stored> results) {
    assertThat(results).filteredOn(APPLIED::equals).hasSize(1);
    assertThat(results)
        .filteredOn(result -> result instanceof Stored.Conflict)
        .hasSize(WRITERS - 1);
  }

  /** What one of the writers does. */
  @FunctionalInterface
  private interface Writer {
    Stored write(int number);
  }

  /** Lets all writers start at the same moment; their results in order. */
  private static List<Stored> race(Writer writer) throws InterruptedException, ExecutionException {
    CyclicBarrier start = new CyclicBarrier(WRITERS);
    List<Callable<Stored>> writers =
        IntStream.range(0, WRITERS)
            .<Callable<Stored>>mapToObj(
                n ->
                    () -> {
                      start.await();
                      return writer.write(n);
                    })
            .toList();
    List<Stored> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      for (Future<Stored> result : threads.invokeAll(writers)) {
        results.add(result.get());
      }
    }
    return results;
  }
}
