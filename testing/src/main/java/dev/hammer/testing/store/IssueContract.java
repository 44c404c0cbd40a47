package dev.hammer.testing.store;

import static dev.hammer.testing.store.IssueBuilder.FOUND;
import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.Finding;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Proof;
import dev.hammer.core.issue.Reporting;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Timestamps;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Issues are kept exactly, with proof and history. */
abstract class IssueContract extends OpenStore {
  private static final Instant LATER = Instant.parse("2026-03-02T00:00:00.000000001Z");

  @Test
  void anEmptyStoreHasNothing() {
    IssueKey key = issue("none").build().key();

    assertThat(store.issues(List.of(key))).isEmpty();
    assertThat(store.issues(List.of())).isEmpty();
    assertThat(store.live(SliceBuilder.BUCKETS)).isEmpty();
    assertThat(store.proof(key)).isEmpty();
    assertThat(store.history(key)).isEmpty();
    assertThat(found(IssueQuery.ALL)).isEmpty();
    assertThat(store.byRef(key.ref().text(), 5)).isEmpty();
  }

  @Test
  void everyFieldIsKeptAsItIs() {
    Issue full = full();

    insert(full);
    assertThat(stored(full.key())).isEqualTo(full);

    reopen();
    assertThat(stored(full.key())).isEqualTo(full);
    assertThat(store.proof(full.key())).contains(Changes.proof(full));
    assertThat(store.history(full.key())).containsExactly(Changes.entry(full, "found"));
  }

  @Test
  void aChangeReplacesEveryFieldOfIdentification() {
    Issue before = insert(full());
    Issue after =
        IssueBuilder.after(issue("bucket").build())
            .unitRegion(Region.of("us-east-1"))
            .resource(r -> r.withRegion(Region.of("us-east-1")))
            .severity(Severity.LOW)
            .observedAt(LATER)
            .event(EventKind.CHANGED, LATER)
            .eventScan(Optional.empty())
            .version(2)
            .build();

    change(before, after);

    assertThat(stored(before.key())).isEqualTo(after);
  }

  @Test
  void instantsAreExactToTheNanosecond() {
    for (String at :
        List.of(
            "2026-03-01T10:00:00Z",
            "2026-03-01T10:00:00.1Z",
            "2026-03-01T10:00:00.123456Z",
            "2026-03-01T10:00:00.999999999Z",
            "1970-01-01T00:00:00Z",
            "1969-12-31T23:59:59.999999999Z")) {
      Issue issue = insert(issue(at).observedAt(Instant.parse(at)));

      assertThat(stored(issue.key()).observedAt()).isEqualTo(Instant.parse(at));
    }
  }

  @Test
  void hostileTextIsKeptInEveryField() {
    List<Issue> all = new ArrayList<>();
    for (String id : HostileText.ids()) {
      for (String text : HostileText.all()) {
        Issue issue = hostile(id + "/" + text.length() + text.hashCode(), text);
        insert(issue);
        all.add(issue);
      }
    }

    for (Issue issue : all) {
      assertThat(stored(issue.key())).isEqualTo(issue);
      assertThat(store.history(issue.key())).containsExactly(Changes.entry(issue, "found"));
      assertThat(store.proof(issue.key())).contains(Changes.proof(issue));
    }
    assertThat(found(IssueQuery.ALL)).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void idsThatLookAlikeAreDifferent() {
    List<Issue> all =
        Stream.of(
                "a",
                "A",
                "a ",
                "\u00e4",
                "a\u0308",
                "a\u0000",
                "a\u0000b",
                "?",
                "\uD800",
                "\uDC00",
                "\uFFFD")
            .map(id -> insert(issue(id)))
            .toList();

    for (Issue issue : all) {
      assertThat(stored(issue.key())).isEqualTo(issue);
      assertThat(found(IssueQuery.ALL.withResource(issue.resource().id()))).containsExactly(issue);
    }
  }

  @Test
  void checkAndAccountArePartOfTheKey() {
    Issue one = insert(issue("same"));
    Issue other = insert(issue("same").check("s3_bucket_policy"));
    Issue third = insert(issue("same").account("222222222222"));

    assertThat(store.issues(List.of(third.key(), one.key(), other.key(), one.key())))
        .containsExactlyInAnyOrder(one, other, third);
  }

  @Test
  void liveIsWhatIsThereInTheSliceAsFarAsAnyoneKnows() {
    Slice slice = SliceBuilder.slice("111111111111", "eu-west-1", "ebs_volume");
    Issue open = insert(issue("open").in(slice));
    Issue accepted = insert(issue("accepted").in(slice).whitelisted("w-00000001"));
    Issue unknown = insert(issue("unknown").in(slice).status(Status.UNKNOWN));
    insert(issue("resolved").in(slice).resolved(LATER));
    insert(issue("closed").in(slice).status(Status.CLOSED));
    insert(issue("check").in(slice).check("ebs_snapshot"));
    insert(issue("account").in(slice).account("222222222222"));
    insert(issue("region").in(slice).unitRegion(Region.of("eu-west-2")));

    assertThat(store.live(slice)).containsExactlyInAnyOrder(open, accepted, unknown);
  }

  @Test
  void liveGoesByTheRegionOfTheUnitNotOfTheResource() {
    Issue bucket = insert(issue("bucket"));

    assertThat(bucket.resource().region()).isNotEqualTo(Region.GLOBAL);
    assertThat(store.live(SliceBuilder.BUCKETS)).containsExactly(bucket);
  }

  @Test
  void aResolvedIssueIsNoLongerLiveAndIsStillThere() {
    Issue open = insert(issue("a"));
    Issue resolved = change(open, IssueBuilder.after(open).resolved(LATER).build());

    assertThat(store.live(SliceBuilder.BUCKETS)).isEmpty();
    assertThat(stored(open.key())).isEqualTo(resolved);
  }

  @Test
  void historyKeepsEveryChangeOldestFirst() {
    Issue issue = insert(issue("a"));
    Issue bystander = insert(issue("b"));
    List<String> expected = new ArrayList<>(List.of("found"));
    for (int i = 0; i < 12; i++) {
      Issue after =
          IssueBuilder.after(issue).event(EventKind.CHANGED, FOUND.plusNanos(i + 1)).build();
      HistoryEntry entry = Changes.entry(after, "change " + i);
      apply(new Change(Optional.of(issue), after, Optional.of(entry), Optional.empty()));
      expected.add("change " + i);
      issue = after;
    }

    assertThat(texts(issue.key())).containsExactlyElementsOf(expected);
    assertThat(texts(bystander.key())).containsExactly("found");
  }

  @Test
  void aQuietChangeMovesTheIssueAndLeavesHistoryAndProof() {
    Issue issue = insert(issue("a"));
    Issue after = IssueBuilder.after(issue).observedAt(LATER).build();

    assertThat(apply(Changes.quiet(issue, after))).isEqualTo(APPLIED);

    assertThat(stored(issue.key())).isEqualTo(after);
    assertThat(texts(issue.key())).containsExactly("found");
    assertThat(store.proof(issue.key())).contains(Changes.proof(issue));
  }

  @Test
  void proofIsReplaced() {
    Issue issue = insert(issue("a"));
    Issue after = IssueBuilder.after(issue).observedAt(LATER).summary("worse").build();

    change(issue, after);

    assertThat(store.proof(issue.key())).contains(Changes.proof(after));
  }

  @Test
  void evidenceIsKeptAsItIs() {
    Issue issue = issue("a").build();
    Value.Builder evidence = Value.fields();
    HostileText.ids().forEach(text -> evidence.put(text, text));
    evidence.put("none", Value.absent()).put("flag", false);
    evidence.put("exact", Value.of(new BigDecimal("12345678901234567890.123456789")));
    evidence.put("list", Value.items(List.of(Value.Fields.NONE, Value.items(List.of()))));
    Proof proof = new Proof(LATER, HostileText.all(), evidence.build());

    apply(
        new Change(
            Optional.empty(),
            issue,
            Optional.of(Changes.entry(issue, "found")),
            Optional.of(proof)));

    assertThat(store.proof(issue.key())).contains(proof);
  }

  @Test
  void whatIsNoNewsStaysNoNewsBesideWhatIsStored() {
    Value.Fields details =
        Value.fields()
            .put("ports", Value.items(List.of(Value.of(22), Value.of(new BigDecimal("1E+3")))))
            .note("tags", Value.fields().put("owner", "lea").build())
            .build();
    Issue issue = insert(issue("a").details(details));

    assertThat(details.isNewsBeside(stored(issue.key()).finding().details())).isFalse();
  }

  @Test
  void saysWhatItIsAndThatItCanWrite() {
    insert(issue("open"));
    insert(issue("resolved").resolved(LATER));

    assertThat(store.uri()).matches("[a-z]+:.+");
    assertThat(store.health().get("open_issues")).contains(Value.of(1));
  }

  private static Issue full() {
    return issue("bucket")
        .unitRegion(Region.of("eu-central-1"))
        .resource(
            r ->
                r.withArn("arn:aws:s3:::bucket")
                    .withName("The Bucket")
                    .withAliases(List.of("s3://bucket", "bucket.example.com"))
                    .withParent("parent"))
        .tags(Map.of("owner", "lea", "empty", "", "Owner", "Lea"))
        .finding(
            new Finding(
                Severity.HIGH,
                "summary",
                "reason",
                Value.fields()
                    .put("z", 1)
                    .put("a", Value.texts(List.of("y", "x")))
                    .put("none", Value.absent())
                    .put("half", Value.of(new BigDecimal("0.5")))
                    .build(),
                true,
                List.of("ec2:DescribeNetworkAcls", "s3:GetBucketPolicy")))
        .timestamps(new Timestamps(FOUND, FOUND.plusNanos(1), Optional.of(FOUND.plusNanos(1000))))
        .observedAt(FOUND.minusNanos(1))
        .life(3)
        .whitelisted("w-12345678")
        .event(EventKind.WHITELISTED, FOUND.plusSeconds(1))
        .eventScan(Optional.of("s-abcdefgh"))
        .build();
  }

  private static Issue hostile(String id, String text) {
    return issue(id)
        .check("check " + text)
        .resource(
            r ->
                r.withArn(text).withName(text).withAliases(List.of(text, "alias")).withParent(text))
        .tags(Map.of(text, text))
        .finding(
            new Finding(
                Severity.LOW,
                text,
                text,
                Value.fields().put(text, text).build(),
                false,
                List.of(text)))
        .whitelisted(text)
        .eventScan(Optional.of(text))
        .reporting(Reporting.NONE)
        .build();
  }
}
