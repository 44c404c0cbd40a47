package dev.hammer.stores.dynamodb;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.scan.SliceState;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A process that dies between two writes leaves nothing that running it again does not repair. */
final class CrashTest {
  private static final Instant FIRST = Instant.parse("2026-03-01T12:00:00Z");
  private static final Instant SECOND = Instant.parse("2026-03-01T13:00:00Z");
  private static final int ISSUES = 100;

  private final String prefix = LocalDynamo.newPrefix();
  private final Store store = LocalDynamo.open(LocalDynamo.client(), prefix);

  /** The end of a process, which nothing catches. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void betweenTwoTransactionsWholeChangesAreStoredAndTheSliceIsNot() {
    applyAndDie(10);

    List<Issue> stored = store.live(SliceBuilder.BUCKETS);
    assertThat(stored).hasSizeBetween(1, ISSUES - 1);
    assertThat(stored)
        .allSatisfy(
            issue -> {
              assertThat(store.history(issue.key())).hasSize(1);
              assertThat(store.proof(issue.key())).contains(Changes.proof(issue));
            });
    assertThat(store.slices()).isEmpty();
  }

  @Test
  void whereverItDiesTheNextRunMakesItWholeAndDoublesNothing() {
    int writes = countWrites();
    assertThat(writes).isGreaterThan(8);
    for (int survived = 0; survived < writes; survived++) {
      String place = LocalDynamo.newPrefix();
      Store fresh = LocalDynamo.open(LocalDynamo.client(), place);
      assertThat(dies(place, survived)).as("dies at write %s", survived).isTrue();

      lookAgain(fresh, SECOND);

      assertThat(fresh.live(SliceBuilder.BUCKETS)).hasSize(ISSUES);
      assertThat(fresh.slices()).hasSize(1);
      for (Issue issue : fresh.live(SliceBuilder.BUCKETS)) {
        assertThat(issue.version()).isEqualTo(1);
        assertThat(fresh.history(issue.key())).hasSize(1);
        assertThat(fresh.byRef(issue.ref().text(), 2)).containsExactly(issue);
      }
    }
  }

  @Test
  void anotherWriterBetweenTwoTransactionsIsAConflictAndTheRestIsMadeAgain() {
    List<Issue> before = bornAt(store);
    Store interrupted =
        LocalDynamo.open(
            LocalDynamo.client(
                new Meddling(
                    2,
                    () -> {
                      Issue last = before.getLast();
                      store.apply(
                          Optional.empty(),
                          List.of(
                              Changes.change(
                                  last, IssueBuilder.after(last).summary("other").build())));
                    })),
            prefix);

    Stored stored =
        interrupted.apply(Optional.of(SliceBuilder.look(FIRST).build()), resolving(before));

    assertThat(stored).isEqualTo(new Stored.Conflict(List.of(before.getLast().key())));
    assertThat(store.slices()).isEmpty();
    assertThat(store.live(SliceBuilder.BUCKETS)).hasSizeBetween(1, ISSUES - 1);

    List<Issue> left = store.live(SliceBuilder.BUCKETS);
    assertThat(store.apply(Optional.of(SliceBuilder.look(FIRST).build()), resolving(left)))
        .isEqualTo(new Stored.Applied());
    assertThat(store.live(SliceBuilder.BUCKETS)).isEmpty();
  }

  @Test
  void aLaterLookBetweenTwoTransactionsSupersedesTheRest() {
    List<Issue> before = bornAt(store);
    SliceState later = SliceBuilder.look(SECOND).build();
    Store interrupted =
        LocalDynamo.open(
            LocalDynamo.client(new Meddling(2, () -> store.apply(Optional.of(later), List.of()))),
            prefix);

    Stored stored =
        interrupted.apply(Optional.of(SliceBuilder.look(FIRST).build()), resolving(before));

    assertThat(stored).isEqualTo(new Stored.Superseded());
    assertThat(store.slices()).containsExactly(later);
  }

  @Test
  void anOutdatedChangeAmongManyKeepsAllFromBeingWritten() {
    List<Issue> before = bornAt(store);
    Issue last = before.getLast();
    store.apply(
        Optional.empty(),
        List.of(Changes.change(last, IssueBuilder.after(last).summary("other").build())));

    Stored stored = store.apply(Optional.of(SliceBuilder.look(FIRST).build()), resolving(before));

    assertThat(stored).isEqualTo(new Stored.Conflict(List.of(last.key())));
    assertThat(store.live(SliceBuilder.BUCKETS)).hasSize(ISSUES);
    assertThat(store.slices()).isEmpty();
  }

  /** Does something just before the n-th transaction. */
  private static final class Meddling implements LocalDynamo.Around {
    private final Runnable deed;
    private int left;

    Meddling(int number, Runnable deed) {
      this.left = number;
      this.deed = deed;
    }

    @Override
    public Object call(Method method, List<Object> arguments, LocalDynamo.Call call)
        throws Throwable {
      if (method.getName().equals("transactWriteItems") && --left == 0) {
        deed.run();
      }
      return call.proceed();
    }
  }

  private static List<Issue> bornAt(Store store) {
    List<Issue> issues = issues();
    store.apply(Optional.empty(), issues.stream().map(Changes::born).toList());
    return issues;
  }

  private static List<Change> resolving(List<Issue> issues) {
    return issues.stream()
        .map(issue -> Changes.change(issue, IssueBuilder.after(issue).resolved(FIRST).build()))
        .toList();
  }

  private static List<Issue> issues() {
    return IntStream.range(0, ISSUES)
        .mapToObj(i -> issue("bucket-%03d".formatted(i)).build())
        .toList();
  }

  /** What the next run does: loads, and makes what is not made yet. */
  private static void lookAgain(Store store, Instant began) {
    Map<IssueKey, Issue> known =
        store.live(SliceBuilder.BUCKETS).stream()
            .collect(Collectors.toMap(Issue::key, Function.identity()));
    List<Change> rest = new ArrayList<>();
    for (Issue issue : issues()) {
      if (!known.containsKey(issue.key())) {
        rest.add(Changes.born(issue));
      }
    }
    assertThat(store.apply(Optional.of(SliceBuilder.look(began).build()), rest))
        .isEqualTo(new Stored.Applied());
  }

  private void applyAndDie(int survivedWrites) {
    assertThat(dies(prefix, survivedWrites)).isTrue();
  }

  private static boolean dies(String prefix, int survivedWrites) {
    int[] left = {survivedWrites};
    boolean[] isArmed = {false};
    Store dying =
        LocalDynamo.open(
            LocalDynamo.client(
                (method, arguments, call) -> {
                  if (isArmed[0] && Requests.isWrite(method.getName()) && left[0]-- == 0) {
                    throw new Killed();
                  }
                  return call.proceed();
                }),
            prefix);
    isArmed[0] = true;
    try {
      dying.apply(
          Optional.of(SliceBuilder.look(FIRST).build()),
          issues().stream().map(Changes::born).toList());
      return false;
    } catch (Killed expected) {
      return true;
    }
  }

  private static int countWrites() {
    Requests requests = new Requests();
    Store store = LocalDynamo.open(LocalDynamo.client(requests), LocalDynamo.newPrefix());
    requests.take();
    store.apply(
        Optional.of(SliceBuilder.look(FIRST).build()),
        issues().stream().map(Changes::born).toList());
    return (int) requests.take().stream().filter(Requests::isWrite).count();
  }
}
