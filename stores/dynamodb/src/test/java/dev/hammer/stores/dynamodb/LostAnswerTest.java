package dev.hammer.stores.dynamodb;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Reporting;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.core.whitelist.WhitelistScope;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** A write that happened though its answer was lost is no conflict and happens once. */
final class LostAnswerTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final String prefix = LocalDynamo.newPrefix();
  private final Store store = LocalDynamo.open(LocalDynamo.client(), prefix);

  /** Carries out writes and loses the answers to the first few. */
  private static final class Losing implements LocalDynamo.Around {
    private final List<Object> requests = new ArrayList<>();
    private final boolean forgetsTokens;
    private int left;

    Losing(int answers, boolean forgetsTokens) {
      this.left = answers;
      this.forgetsTokens = forgetsTokens;
    }

    @Override
    public Object call(Method method, List<Object> arguments, LocalDynamo.Call call)
        throws Throwable {
      if (!method.getName().equals("transactWriteItems")) {
        return call.proceed();
      }
      requests.add(arguments.getFirst());
      if (forgetsTokens && requests.size() > 1) {
        TransactWriteItemsRequest again = (TransactWriteItemsRequest) arguments.getFirst();
        return LocalDynamo.client()
            .transactWriteItems(again.toBuilder().clientRequestToken("another").build());
      }
      Object answer = call.proceed();
      if (left-- > 0) {
        throw ApiCallTimeoutException.create(1);
      }
      return answer;
    }
  }

  @Test
  void aTransactionIsSentAgainWithItsTokenAndCountsOnce() {
    Losing losing = new Losing(1, false);

    Stored stored = storeOver(losing).apply(Optional.of(look()), List.of(Changes.born(bucket())));

    assertThat(stored).isEqualTo(new Stored.Applied());
    assertThat(losing.requests).hasSize(2);
    assertThat(losing.requests.getFirst()).isEqualTo(losing.requests.getLast());
    assertStoredOnce();
  }

  @Test
  void evenWhereTheTokenIsForgottenTheWriterTellsThatItIsOurs() {
    Losing losing = new Losing(1, true);

    Stored stored = storeOver(losing).apply(Optional.of(look()), List.of(Changes.born(bucket())));

    assertThat(stored).isEqualTo(new Stored.Applied());
    assertThat(losing.requests).hasSize(2);
    assertStoredOnce();
  }

  @Test
  void aReportIsSentAgainAndCountsOnce() {
    Issue issue = bucket();
    store.apply(Optional.empty(), List.of(Changes.born(issue)));
    Reporting ticket =
        new Reporting(
            Optional.of(NOON), Optional.empty(), Value.fields().put("ticket", "SEC-1").build());

    Stored stored =
        storeOver(new Losing(1, true))
            .report(
                issue,
                Status.OPEN,
                ticket,
                Changes.entry(IssueBuilder.after(issue).build(), "reported"));

    assertThat(stored).isEqualTo(new Stored.Applied());
    assertThat(store.issues(List.of(issue.key())).getFirst().version()).isEqualTo(2);
    assertThat(store.history(issue.key())).hasSize(2);
  }

  @Test
  void whereNoAnswerComesAtAllRunningAgainIsSafe() {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(
            () ->
                storeOver(new Losing(9, false))
                    .apply(Optional.of(look()), List.of(Changes.born(bucket()))))
        .withMessageContaining("not known")
        .satisfies(failed -> assertThat(failed.remedy()).contains("again"));

    assertStoredOnce();
  }

  @Test
  void somebodyElsesWriteIsStillAConflict() {
    Issue issue = bucket();
    store.apply(Optional.empty(), List.of(Changes.born(issue)));

    assertThat(
            storeOver(new Losing(1, false)).apply(Optional.empty(), List.of(Changes.born(issue))))
        .isEqualTo(new Stored.Conflict(List.of(issue.key())));
  }

  @Test
  void anEntryOfTheWhitelistIsAddedOnce() {
    WhitelistEntry entry =
        new WhitelistEntry(
            "w-1",
            WhitelistScope.of("*", "*", "logs"),
            "why",
            "lea",
            Optional.empty(),
            NOON,
            Optional.empty(),
            WhitelistEntry.STORE);
    Store twice =
        LocalDynamo.open(
            LocalDynamo.client(
                (method, arguments, call) -> {
                  if (!arguments.isEmpty() && arguments.getFirst() instanceof PutItemRequest) {
                    call.proceed();
                  }
                  return call.proceed();
                }),
            prefix);

    twice.add(entry);

    assertThat(store.entries()).containsExactly(entry);
  }

  @Test
  void aWriteThatMeetsATransactionIsTriedAgain() {
    int[] left = {3};
    Store hindered =
        LocalDynamo.open(
            LocalDynamo.client(
                (method, arguments, call) -> {
                  if (!arguments.isEmpty()
                      && arguments.getFirst() instanceof PutItemRequest
                      && left[0]-- > 0) {
                    throw TransactionConflictException.builder().message("under way").build();
                  }
                  return call.proceed();
                }),
            prefix);

    hindered.record(look());

    assertThat(store.slices()).containsExactly(look());
  }

  @Test
  void aTransactionThatMeetsAnotherOrIsThrottledIsSentAgain() {
    int[] sent = {0};
    Store hindered =
        LocalDynamo.open(
            LocalDynamo.client(
                (method, arguments, call) -> {
                  if (method.getName().equals("transactWriteItems") && sent[0]++ < 3) {
                    throw TransactionCanceledException.builder()
                        .cancellationReasons(
                            CancellationReason.builder().code("None").build(),
                            CancellationReason.builder()
                                .code(sent[0] == 1 ? "ThrottlingError" : "TransactionConflict")
                                .build())
                        .build();
                  }
                  return call.proceed();
                }),
            prefix);

    assertThat(hindered.apply(Optional.of(look()), List.of(Changes.born(bucket()))))
        .isEqualTo(new Stored.Applied());
    assertThat(sent[0]).isEqualTo(4);
    assertStoredOnce();
  }

  private Store storeOver(Losing losing) {
    return LocalDynamo.open(LocalDynamo.client(losing), prefix);
  }

  private void assertStoredOnce() {
    assertThat(store.live(SliceBuilder.BUCKETS)).containsExactly(bucket());
    assertThat(store.history(bucket().key())).hasSize(1);
    assertThat(store.slices()).containsExactly(look());
  }

  private static Issue bucket() {
    return issue("logs").build();
  }

  private static SliceState look() {
    return SliceBuilder.look(NOON).build();
  }
}
