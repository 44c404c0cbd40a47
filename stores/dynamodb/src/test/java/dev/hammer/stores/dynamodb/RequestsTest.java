package dev.hammer.stores.dynamodb;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.value.Value;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** What the store costs: every request counted. */
final class RequestsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Slice EUROPE =
      SliceBuilder.slice("111111111111", "eu-west-1", "secgrp_unrestricted_access");

  private final String prefix = LocalDynamo.newPrefix();
  private final Requests requests = new Requests();
  private Store store = LocalDynamo.open(LocalDynamo.client(requests), prefix);

  @BeforeEach
  void forgetOpening() {
    requests.take();
  }

  @Test
  void openingAStoreThatWasProvenIsOneRequest() {
    store = LocalDynamo.openProven(LocalDynamo.client(requests), LocalDynamo.layout(prefix));

    assertThat(requests.take()).containsExactly("getItem");
  }

  @Test
  void liveIssuesOfASliceAreOneQueryByIndex() {
    List<Issue> live = insert(40);
    requests.take();

    assertThat(store.live(EUROPE)).hasSize(40).containsAll(live);

    assertThat(requests.take()).containsExactly("query live-slice");
  }

  @Test
  void whatIsNotLiveIsNotRead() {
    List<Issue> all = insert(5);
    for (Issue issue : all) {
      store.apply(
          Optional.empty(),
          List.of(Changes.change(issue, IssueBuilder.after(issue).resolved(NOON).build())));
    }
    List<Object> counts = new ArrayList<>();
    Store counting =
        LocalDynamo.open(
            LocalDynamo.client(
                (method, arguments, call) -> {
                  Object answer = call.proceed();
                  if (answer instanceof QueryResponse q) {
                    counts.add(q.scannedCount());
                  }
                  return answer;
                }),
            prefix);

    assertThat(counting.live(EUROPE)).isEmpty();
    assertThat(counts).containsExactly(0);
  }

  @Test
  void aLookThatChangesNothingWritesTheSliceOnly() {
    insert(40);
    requests.take();

    SliceState state = SliceBuilder.look(NOON).of(EUROPE).build();
    store.apply(Optional.of(state), List.of());

    assertThat(requests.take()).containsExactly("putItem");
  }

  @Test
  void onlyChangesAreWritten() {
    List<Issue> live = insert(40);
    requests.take();
    Issue changed = IssueBuilder.after(live.getFirst()).summary("new").build();

    SliceState state = SliceBuilder.look(NOON).of(EUROPE).build();
    store.apply(Optional.of(state), List.of(Changes.change(live.getFirst(), changed)));

    assertThat(requests.take()).containsExactly("transactWriteItems");
  }

  @Test
  void newIssuesAreFoundByNameAndRefForOneBatchMore() {
    insert(8);

    assertThat(requests.take()).containsExactly("batchWriteItem", "transactWriteItems");
  }

  @Test
  void manyChangesAreAsFewTransactionsAsTheyFitInto() {
    insert(100);

    assertThat(Collections.frequency(requests.take(), "transactWriteItems")).isEqualTo(4);
  }

  @Test
  void aListingByStatusIsOneQueryForEachTable() {
    insert(40);
    requests.take();

    store.query(IssueQuery.ALL.withStatuses(Set.of(Status.OPEN)), issue -> {});

    assertThat(requests.take()).containsOnly("query by-status").hasSize(6);
  }

  @Test
  void aListingOfOneCheckAsksItsTableOnly() {
    insert(40);
    requests.take();

    store.query(
        IssueQuery.ALL.withStatuses(Set.of(Status.OPEN)).withChecks(Set.of(EUROPE.check())),
        issue -> {});

    assertThat(requests.take()).containsExactly("query by-status");
  }

  @Test
  void aRefIsTwoRequests() {
    Issue issue = insert(3).getFirst();
    requests.take();

    assertThat(store.byRef(issue.ref().shown(), 2)).containsExactly(issue);

    assertThat(requests.take()).containsExactly("query", "batchGetItem");
  }

  @Test
  void aPlanThatIsKnownIsNotWrittenAgain() {
    List<SliceState> planned =
        IntStream.range(0, 150)
            .mapToObj(i -> SliceBuilder.planned(SliceBuilder.slice("111111111111", "r-" + i, "a")))
            .toList();
    Scan scan =
        new Scan(
            "s-1",
            NOON,
            Optional.empty(),
            Scan.Outcome.RUNNING,
            true,
            "sha256:0",
            "arn:aws:iam::111111111111:user/lea",
            Value.Fields.NONE);
    store.begin(scan, planned);
    assertThat(requests.take())
        .containsExactly("batchWriteItem", "query", "transactWriteItems", "transactWriteItems");

    store.begin(scan, planned);

    assertThat(requests.take()).containsExactly("batchWriteItem", "query");
    assertThat(store.slices()).hasSize(150);
  }

  @Test
  void noTableIsEverScanned() {
    Issue issue = insert(3).getFirst();
    requests.take();

    store.live(EUROPE);
    store.query(IssueQuery.ALL, each -> {});
    store.query(IssueQuery.ALL.withResource(issue.resource().id()), each -> {});
    store.byRef("", 10);
    store.slices();
    store.scans(10);
    store.entries();
    store.health();
    store.history(issue.key());
    store.proof(issue.key());

    assertThat(requests.take()).isNotEmpty().doesNotContain("scan");
  }

  private List<Issue> insert(int number) {
    List<Issue> issues =
        IntStream.range(0, number)
            .mapToObj(i -> issue("sg-%03d".formatted(i)).in(EUROPE).build())
            .toList();
    List<Change> changes = issues.stream().map(Changes::born).toList();
    assertThat(store.apply(Optional.empty(), changes)).isEqualTo(new Stored.Applied());
    return issues;
  }
}
