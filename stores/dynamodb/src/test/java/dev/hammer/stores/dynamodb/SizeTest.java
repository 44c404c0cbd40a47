package dev.hammer.stores.dynamodb;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Proof;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.value.Value;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is larger than an item may be is shortened visibly, or refused; never lost in silence. */
final class SizeTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final String prefix = LocalDynamo.newPrefix();
  private final Store store = LocalDynamo.open(LocalDynamo.client(), prefix);

  @Test
  void evidenceThatDoesNotFitLosesItsLargestFieldVisibly() {
    Issue issue = issue("a").build();
    Value.Fields evidence =
        Value.fields().put("small", 1).put("huge", "x".repeat(500_000)).put("last", true).build();
    Proof proof = new Proof(NOON, List.of("s3:GetBucketAcl"), evidence);

    apply(
        new Change(
            Optional.empty(),
            issue,
            Optional.of(Changes.entry(issue, "found")),
            Optional.of(proof)));

    Value.Fields kept = store.proof(issue.key()).orElseThrow().evidence();
    assertThat(kept.get("small")).contains(Value.of(1));
    assertThat(kept.get("last")).contains(Value.of(true));
    assertThat(kept.text("huge").orElseThrow()).startsWith("(left out: 500002 bytes");
    assertThat(store.issues(List.of(issue.key()))).containsExactly(issue);
  }

  @Test
  void historyThatDoesNotFitIsShortenedVisibly() {
    Issue issue = issue("a").build();
    HistoryEntry plain = Changes.entry(issue, "found");
    Value.Fields huge = Value.fields().put("issue_details", "x".repeat(300_000)).build();
    HistoryEntry entry =
        new HistoryEntry(
            plain.key(),
            plain.at(),
            plain.kind(),
            plain.actor(),
            plain.scanId(),
            plain.text(),
            huge,
            huge);

    apply(new Change(Optional.empty(), issue, Optional.of(entry), Optional.empty()));

    assertThat(store.history(issue.key()).getFirst().after().text("issue_details").orElseThrow())
        .contains("left out");
  }

  @Test
  void largeDetailsAreExactForUsAndShortenedForOldReaders() {
    Value.Fields details =
        Value.fields().put("name", "web").put("perms", "p".repeat(250_000)).build();
    Issue issue = issue("a").details(details).build();

    apply(Changes.born(issue));
    assertThat(store.issues(List.of(issue.key()))).containsExactly(issue);
    assertThat(forOldReaders().get("name")).isEqualTo(AttributeValue.fromS("web"));
    assertThat(Golden.attribute(forOldReaders(), "perms").s())
        .startsWith("(left out: 250002 bytes");

    Issue changed = IssueBuilder.after(issue).summary("changed").build();
    apply(Changes.change(issue, changed));
    assertThat(store.issues(List.of(issue.key()))).containsExactly(changed);
  }

  @Test
  void anIssueThatCannotFitIsRefusedWithARemedy() {
    Issue issue =
        issue("a").details(Value.fields().put("perms", "p".repeat(450_000)).build()).build();

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> store.apply(Optional.empty(), List.of(Changes.born(issue))))
        .withMessageContaining("s3_bucket_acl/111111111111/a")
        .satisfies(failed -> assertThat(failed.remedy()).contains("sqlite:"));
    assertThat(store.issues(List.of(issue.key()))).isEmpty();
  }

  @Test
  void largeChangesAreSpreadByBytes() {
    List<Issue> issues =
        IntStream.range(0, 20)
            .mapToObj(
                i ->
                    issue("bucket-" + i)
                        .details(Value.fields().put("policy", "p".repeat(150_000)).build())
                        .build())
            .toList();

    apply(issues.stream().map(Changes::born).toArray(Change[]::new));

    assertThat(store.live(SliceBuilder.BUCKETS)).hasSize(20).containsAll(issues);
  }

  @Test
  void moreUnconfirmedIssuesThanAnItemHoldsAreKept() {
    String[] ids =
        IntStream.range(0, 20_000)
            .mapToObj("arn:aws:rds:eu-west-1:111111111111:db:database-%05d"::formatted)
            .toArray(String[]::new);
    SliceState broken = SliceBuilder.look(NOON).denied(ids).build();
    SliceState again = SliceBuilder.look(NOON.plusSeconds(1)).denied(ids).build();

    store.record(broken);
    assertThat(store.slices()).containsExactly(broken);
    assertThat(store.apply(Optional.of(again), List.of(Changes.born(issue("a").build()))))
        .isEqualTo(new Stored.Applied());
    assertThat(store.slices()).containsExactly(again);

    SliceState fine = SliceBuilder.look(NOON.plusSeconds(2)).build();
    store.record(fine);
    assertThat(store.slices()).containsExactly(fine);
  }

  private void apply(Change... changes) {
    assertThat(store.apply(Optional.empty(), List.of(changes))).isEqualTo(new Stored.Applied());
  }

  private Map<String, AttributeValue> forOldReaders() {
    Map<String, AttributeValue> key =
        Map.of(
            "account_id", AttributeValue.fromS("111111111111"),
            "issue_id", AttributeValue.fromS("a"));
    return Golden.attribute(
            LocalDynamo.client()
                .getItem(g -> g.tableName(prefix + "s3-public-bucket-acl").key(key))
                .item(),
            "issue_details")
        .m();
  }
}
