package dev.hammer.testing.store;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Merge;
import dev.hammer.core.issue.Merged;
import dev.hammer.core.issue.Status;
import dev.hammer.core.reading.Absence;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.scan.Judged;
import dev.hammer.core.scan.Look;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.Whitelist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An issue that is stored under another spelling of its resource stays the one of it. */
abstract class SpellingContract extends OpenStore {
  private static final Slice SLICE =
      SliceBuilder.slice("111111111111", "eu-west-1", "sqs_public_access");
  private static final String TODAYS = "https://sqs.eu-west-1.amazonaws.com/111111111111/jobs";
  private static final String OLD = "https://eu-west-1.queue.amazonaws.com/111111111111/jobs";
  private static final ResourceRef QUEUE =
      ResourceRef.of("AWS::SQS::Queue", TODAYS, SLICE.account(), SLICE.region())
          .withName("jobs")
          .withAliases(List.of("jobs", OLD));
  private static final Instant FIRST = Instant.parse("2026-03-02T00:00:00Z");

  @Test
  void aLiveIssueIsConfirmedUnderItsKey() {
    Issue old = insert(old());

    remember(look(FIRST, List.of(violating(FIRST))));
    remember(look(FIRST.plusSeconds(60), List.of(violating(FIRST.plusSeconds(60)))));

    assertThat(found(IssueQuery.ALL)).singleElement().extracting(Issue::ref).isEqualTo(old.ref());
    assertThat(stored(old.key())).isEqualTo(old);
  }

  @Test
  void aResolvedOneComesBackUnderItsKey() {
    Issue resolved = insert(old().resolved(FIRST.minusSeconds(60)));

    remember(look(FIRST, List.of(violating(FIRST))));

    assertThat(found(IssueQuery.ALL)).hasSize(1);
    assertThat(stored(resolved.key()).status()).isEqualTo(Status.OPEN);
    assertThat(store.byRef(resolved.ref().text(), 2)).hasSize(1);
  }

  @Test
  void aClosedOneBeginsItsNextLifeUnderItsKey() {
    Issue closed = insert(old().status(Status.CLOSED));

    remember(look(FIRST, List.of(violating(FIRST))));

    assertThat(found(IssueQuery.ALL)).hasSize(1);
    assertThat(stored(closed.key()).life()).isEqualTo(2);
  }

  @Test
  void itIsResolvedWhenTheResourceIsSeenCompliant() {
    Issue old = insert(old());
    remember(look(FIRST, List.of(violating(FIRST))));

    remember(look(FIRST.plusSeconds(60), List.of()));

    assertThat(stored(old.key()).status()).isEqualTo(Status.RESOLVED);
    assertThat(store.live(SLICE)).isEmpty();
  }

  @Test
  void ofTwoThatAreStoredOneStays() {
    Issue old = insert(old());
    Issue todays = insert(old().storedAs(TODAYS));

    remember(look(FIRST, List.of(violating(FIRST))));

    assertThat(stored(todays.key()).status()).isEqualTo(Status.OPEN);
    assertThat(stored(old.key()).status()).isEqualTo(Status.RESOLVED);
    assertThat(texts(old.key())).last().asString().contains(todays.ref().shown());
    assertThat(store.live(SLICE)).hasSize(1);
  }

  private static IssueBuilder old() {
    return issue(OLD)
        .in(SLICE)
        .details(Value.fields().put("policy", "{}").build())
        .severity(Severity.HIGH)
        .observedAt(IssueBuilder.FOUND);
  }

  private void remember(Look look) {
    List<Issue> stored = new ArrayList<>(store.live(SLICE));
    stored.addAll(store.issues(Merge.keys(look, stored)));
    Merged merged = new Merge(Whitelist.EMPTY, look.ended()).merge(look, stored);
    assertThat(store.apply(merged.state(), merged.changes())).isEqualTo(APPLIED);
    assertThat(merged.changes())
        .extracting(Change::after)
        .extracting(Issue::key)
        .doesNotHaveDuplicates();
  }

  private static Judged violating(Instant at) {
    Verdict.Violating verdict =
        Verdict.violating(
            Severity.HIGH, "open to all", "policy", Value.fields().put("policy", "{}").build());
    return new Judged(QUEUE, at, verdict, Tags.NONE, Value.Fields.NONE, List.of());
  }

  private static Look look(Instant at, List<Judged> violations) {
    return new Look(
        SLICE,
        "sqs",
        "s-spelling",
        at,
        at.plusSeconds(1),
        new ListingEnd.Complete(),
        Absence.GONE,
        violations,
        violations.isEmpty() ? Map.of(TODAYS, at) : Map.of(),
        violations.isEmpty() ? Map.of("jobs", TODAYS, OLD, TODAYS) : Map.of(),
        List.of(),
        Optional.empty());
  }
}
