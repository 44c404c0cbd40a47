package dev.hammer.stores.dynamodb;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Reporting;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.issue.Timestamps;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.value.Value;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;

/** Items of the predecessor are read, kept and written so that its readers understand them. */
final class PredecessorItemsTest {
  private static final AccountId ACCOUNT = AccountId.of("123456789012");
  private static final String GROUPS = "secgrp_unrestricted_access";
  private static final Instant NOON = Instant.parse("2026-03-02T00:00:00.000000001Z");
  private static final List<String> ITS_ATTRIBUTES =
      List.of("account_id", "issue_id", "status", "issue_details", "timestamps", "jira_details");

  private final String prefix = LocalDynamo.newPrefix();
  private final DynamoDbClient client = LocalDynamo.client();
  private final DynamoDbStore store = LocalDynamo.open(client, prefix);

  @Test
  void everythingItKnewIsRead() {
    Issue issue = takenOver(GROUPS, "open-group.json");

    assertThat(issue.key()).isEqualTo(key(GROUPS, "sg-0a1b2c3d"));
    assertThat(issue.status()).isEqualTo(Status.OPEN);
    assertThat(issue.timestamps())
        .isEqualTo(
            new Timestamps(
                Instant.parse("2018-03-26T15:58:46.123456Z"),
                Instant.parse("2018-03-27T08:00:00Z"),
                Optional.empty()));
    assertThat(issue.observedAt()).isEqualTo(Instant.parse("2018-03-27T08:00:00Z"));
    assertThat(issue.event()).isEqualTo(EventKind.CHANGED);
    assertThat(issue.reporting().reported()).contains(Instant.parse("2018-03-27T08:55:00.000007Z"));
    assertThat(issue.reporting().closed()).isEmpty();
    assertThat(issue.reporting().ticket().text("ticket")).contains("SEC-42");
    assertThat(issue.reporting().ticket().get("product")).contains(Value.absent());
    assertThat(issue.unitRegion()).isEqualTo(Region.of("eu-west-1"));
    assertThat(issue.resource().type()).isEqualTo("AWS::EC2::SecurityGroup");
    assertThat(issue.resource().aliases()).containsExactly("vpc-11aa22bb:web");
    assertThat(issue.resource().name()).contains("web");
    assertThat(issue.tags()).isEqualTo(Tags.of(Map.of("owner", "lea", "bu", "")));
    assertThat(issue.finding().severity()).isEqualTo(Severity.HIGH);
    assertThat(issue.finding().details().get("perms"))
        .contains(
            Value.items(
                List.of(
                    Value.fields()
                        .put("cidr", "0.0.0.0/0")
                        .put("from_port", 22)
                        .put("protocol", "tcp")
                        .put("status", "open_completely")
                        .put("to_port", 22)
                        .build(),
                    Value.fields()
                        .put("cidr", "::/0")
                        .put("from_port", Value.absent())
                        .put("protocol", "-1")
                        .put("status", "open_completely")
                        .put("to_port", Value.absent())
                        .build())));
    assertThat(issue.life()).isEqualTo(1);
    assertThat(issue.version()).isZero();
  }

  @Test
  void aClosedIssueOfAGlobalCheckIsRead() {
    Issue issue = takenOver("s3_bucket_acl", "closed-bucket.json");

    assertThat(issue.status()).isEqualTo(Status.CLOSED);
    assertThat(issue.unitRegion()).isEqualTo(Region.GLOBAL);
    assertThat(issue.tags()).isEqualTo(Tags.NONE);
    assertThat(issue.timestamps().resolved())
        .contains(Instant.parse("2018-01-02T00:00:00.000002Z"));
    assertThat(issue.reporting().closed()).contains(Instant.parse("2018-01-02T00:55:00.000001Z"));
    assertThat(store.live(issue.slice())).isEmpty();
  }

  @Test
  void anUnknownStatusIsUnknownAndLive() {
    Issue issue = takenOver("cloudtrails", "region.json");

    assertThat(issue.status()).isEqualTo(Status.UNKNOWN);
    assertThat(issue.unitRegion()).isEqualTo(Region.of("eu-central-1"));
    assertThat(store.live(issue.slice())).containsExactly(issue);
    assertThat(found(IssueQuery.ALL.withStatuses(Set.of(Status.UNKNOWN)))).containsExactly(issue);
  }

  @Test
  void whatIsMissingOrSenselessMakesNothingUnreadable() {
    for (String file : List.of("bare.json", "senseless.json")) {
      Issue issue = takenOver(GROUPS, file);

      assertThat(issue.status()).isEqualTo(Status.UNKNOWN);
      assertThat(issue.timestamps())
          .isEqualTo(new Timestamps(Instant.EPOCH, Instant.EPOCH, Optional.empty()));
      assertThat(issue.finding().details()).isEqualTo(Value.Fields.NONE);
      assertThat(issue.reporting()).isEqualTo(Reporting.NONE);
      assertThat(issue.unitRegion()).isEqualTo(Region.UNKNOWN);
      assertThat(store.live(issue.slice())).contains(issue);
    }
    assertThat(found(IssueQuery.ALL)).hasSize(2);
  }

  @Test
  void aQueueOfAnOldHostKeepsItsKeyAndIsFoundInItsRegion() {
    Issue issue = takenOver("sqs_public_access", "old-queue.json");

    assertThat(issue.key().issueId())
        .isEqualTo("https://eu-west-1.queue.amazonaws.com/123456789012/jobs");
    assertThat(store.live(new Slice(ACCOUNT, Region.of("eu-west-1"), "sqs_public_access")))
        .containsExactly(issue);
    assertThat(found(IssueQuery.ALL.withResource("jobs"))).containsExactly(issue);
  }

  @Test
  void itIsFoundByRefNameAndStatus() {
    Issue issue = takenOver(GROUPS, "open-group.json");

    assertThat(store.byRef(issue.ref().shown(), 2)).containsExactly(issue);
    assertThat(found(IssueQuery.ALL.withResource("vpc-11aa22bb:web"))).containsExactly(issue);
    assertThat(found(IssueQuery.ALL.withStatuses(Set.of(Status.OPEN)))).containsExactly(issue);
    assertThat(found(IssueQuery.ALL)).containsExactly(issue);
  }

  @Test
  void takingOverChangesNothingThatItWroteAndIsDoneOnce() {
    Map<String, AttributeValue> golden = Golden.item("open-group.json");
    put(GROUPS, golden);

    assertThat(store.adopt()).isEqualTo(1);
    assertThat(store.adopt()).isZero();

    assertThat(itsPart(GROUPS, "sg-0a1b2c3d")).isEqualTo(golden);
  }

  @Test
  void evenBeforeItIsTakenOverItIsFoundByItsKey() {
    put(GROUPS, Golden.item("open-group.json"));

    assertThat(store.issues(List.of(key(GROUPS, "sg-0a1b2c3d")))).hasSize(1);
  }

  @Test
  void whatWeWriteIsWhatItsReadersKnow() {
    Slice slice = SliceBuilder.slice("111111111111", "eu-west-1", GROUPS);
    Issue issue =
        issue("sg-new")
            .in(slice)
            .details(
                Value.fields()
                    .put("name", "web")
                    .put("region", "eu-west-1")
                    .note("tags", Tags.of(Map.of("owner", "lea", "bu", "")).toValue())
                    .put(
                        "perms",
                        Value.items(
                            List.of(
                                Value.fields()
                                    .put("from_port", 22)
                                    .put("cidr", "0.0.0.0/0")
                                    .put("all", false)
                                    .build())))
                    .build())
            .build();

    store.apply(Optional.empty(), List.of(Changes.born(issue)));

    Map<String, AttributeValue> item = item(GROUPS, "111111111111", "sg-new");
    item.keySet().retainAll(ITS_ATTRIBUTES);
    assertThat(item).isEqualTo(Golden.item("written-new.json"));
  }

  @Test
  void aChangeLeavesTicketAndTimesOfOthersAlone() {
    Issue before = takenOver(GROUPS, "open-group.json");
    Issue after =
        IssueBuilder.after(before)
            .resolved(NOON)
            .identified(before.timestamps().identified())
            .details(Value.fields().put("name", "web").put("status", "open_partly").build())
            .build();

    assertThat(apply(before, after)).isEqualTo(new Stored.Applied());

    assertThat(itsPart(GROUPS, "sg-0a1b2c3d"))
        .isEqualTo(Golden.item("written-over-open-group.json"));
    assertThat(store.issues(List.of(before.key()))).containsExactly(after);
    assertThat(store.live(before.slice())).isEmpty();
    assertThat(store.history(before.key())).hasSize(1);
  }

  @Test
  void anItemWithoutTimesCanBeChangedToo() {
    for (String file : List.of("bare.json", "senseless.json")) {
      Issue before = takenOver(GROUPS, file);
      Issue after =
          IssueBuilder.after(before).status(Status.OPEN).event(EventKind.CHANGED, NOON).build();

      assertThat(apply(before, after)).isEqualTo(new Stored.Applied());
      assertThat(store.issues(List.of(before.key()))).containsExactly(after);
    }
  }

  @Test
  void itsUnknownWordStaysUntilALookKnowsBetter() {
    Issue before = takenOver("cloudtrails", "region.json");
    Issue quiet = IssueBuilder.after(before).observedAt(NOON).build();

    store.apply(Optional.empty(), List.of(Changes.quiet(before, quiet)));
    assertThat(itsPart("cloudtrails", "eu-central-1").get("status"))
        .isEqualTo(AttributeValue.fromS("tempwhitelist"));
    assertThat(store.issues(List.of(before.key()))).containsExactly(quiet);

    Issue open = IssueBuilder.after(quiet).status(Status.OPEN).build();
    store.apply(Optional.empty(), List.of(Changes.quiet(quiet, open)));
    assertThat(itsPart("cloudtrails", "eu-central-1").get("status"))
        .isEqualTo(AttributeValue.fromS("open"));
  }

  @Test
  void aReportOnItsItemLeavesItsFindingAlone() {
    Issue before = takenOver(GROUPS, "open-group.json");
    Reporting closing =
        new Reporting(
            before.reporting().reported(), Optional.of(NOON), before.reporting().ticket());

    store.report(before, Status.CLOSED, closing, Changes.entry(before, "closed"));

    Issue closed = store.issues(List.of(before.key())).getFirst();
    assertThat(closed.reporting()).isEqualTo(closing);
    assertThat(closed.status()).isEqualTo(Status.CLOSED);
    assertThat(closed.finding()).isEqualTo(before.finding());
    assertThat(closed.version()).isEqualTo(1);
    Map<String, AttributeValue> its = itsPart(GROUPS, "sg-0a1b2c3d");
    assertThat(Golden.attribute(its, "issue_details"))
        .isEqualTo(Golden.item("open-group.json").get("issue_details"));
    assertThat(Golden.attribute(its, "timestamps").m().get("closed"))
        .isEqualTo(AttributeValue.fromS("2026-03-02T00:00:00.000000+00:00"));
    assertThat(Golden.attribute(its, "timestamps").m().get("remediated"))
        .isEqualTo(AttributeValue.fromS("2018-04-01T10:45:00.500000+00:00"));
  }

  @Test
  void aNewLifeBeginsWithFreshTimesAndNoTicket() {
    Issue closed = takenOver("s3_bucket_acl", "closed-bucket.json");
    Issue reborn =
        IssueBuilder.after(closed)
            .status(Status.OPEN)
            .life(2)
            .timestamps(new Timestamps(NOON, NOON, Optional.empty()))
            .reporting(Reporting.NONE)
            .build();

    apply(closed, reborn);

    Map<String, AttributeValue> its = itsPart("s3_bucket_acl", "old-logs");
    assertThat(Golden.attribute(its, "jira_details").m()).isEmpty();
    assertThat(Golden.attribute(its, "timestamps").m())
        .containsOnlyKeys("identified", "updated", "reported", "remediated", "closed");
    assertThat(store.issues(List.of(closed.key()))).containsExactly(reborn);
  }

  @Test
  void whatItWritesOverOursIsReadAndTakenOverAgain() {
    Issue ours = takenOver(GROUPS, "open-group.json");
    apply(ours, IssueBuilder.after(ours).summary("ours").build());
    Issue second = store.issues(List.of(ours.key())).getFirst();

    put(GROUPS, Golden.item("open-group.json"));

    assertThat(store.issues(List.of(ours.key()))).containsExactly(ours);
    assertThat(apply(second, IssueBuilder.after(second).build()))
        .isEqualTo(new Stored.Conflict(List.of(ours.key())));
    assertThat(store.adopt()).isEqualTo(1);
    assertThat(store.live(ours.slice())).containsExactly(ours);
    assertThat(store.history(ours.key())).hasSize(1);
  }

  @Test
  void itsTablesGetOurIndexesAndKeepTheirCapacity() {
    String old = LocalDynamo.newPrefix();
    String table = old + "security-groups-unrestricted";
    client.createTable(
        create ->
            create
                .tableName(table)
                .keySchema(TableShape.of(new IssueTable(table, shelf())).creation().keySchema())
                .attributeDefinitions(
                    TableShape.of(new IssueTable(table, shelf()))
                        .creation()
                        .attributeDefinitions()
                        .stream()
                        .filter(a -> ITS_ATTRIBUTES.contains(a.attributeName()))
                        .toList())
                .provisionedThroughput(p -> p.readCapacityUnits(25L).writeCapacityUnits(10L)));
    client.putItem(p -> p.tableName(table).item(Golden.item("open-group.json")));

    DynamoDbStore opened = LocalDynamo.open(client, old);

    assertThat(opened.live(new Slice(ACCOUNT, Region.of("eu-west-1"), GROUPS))).hasSize(1);
    assertThat(client.describeTable(d -> d.tableName(table)).table().globalSecondaryIndexes())
        .extracting(GlobalSecondaryIndexDescription::indexName)
        .containsExactlyInAnyOrder("live-slice", "by-status");
    assertThat(client.describeTable(d -> d.tableName(table)).table().globalSecondaryIndexes())
        .allSatisfy(i -> assertThat(i.provisionedThroughput().writeCapacityUnits()).isEqualTo(10L));
  }

  private static Optional<Shelf> shelf() {
    return LocalDynamo.layout("any-").tableOf(GROUPS).shelf();
  }

  private Stored apply(Issue before, Issue after) {
    return store.apply(Optional.empty(), List.of(Changes.change(before, after)));
  }

  private Issue takenOver(String check, String file) {
    Map<String, AttributeValue> golden = Golden.item(file);
    put(check, golden);
    store.adopt();
    return store.issues(List.of(key(check, Golden.attribute(golden, "issue_id").s()))).getFirst();
  }

  private static IssueKey key(String check, String id) {
    return new IssueKey(check, ACCOUNT, id);
  }

  private void put(String check, Map<String, AttributeValue> item) {
    client.putItem(p -> p.tableName(table(check)).item(item));
  }

  private String table(String check) {
    return LocalDynamo.layout(prefix).tableOf(check).name();
  }

  private Map<String, AttributeValue> itsPart(String check, String id) {
    Map<String, AttributeValue> item = item(check, ACCOUNT.id(), id);
    item.keySet().retainAll(ITS_ATTRIBUTES);
    return item;
  }

  private Map<String, AttributeValue> item(String check, String account, String id) {
    Map<String, AttributeValue> key =
        Map.of("account_id", AttributeValue.fromS(account), "issue_id", AttributeValue.fromS(id));
    return new TreeMap<>(client.getItem(g -> g.tableName(table(check)).key(key)).item());
  }

  private List<Issue> found(IssueQuery query) {
    List<Issue> found = new ArrayList<>();
    store.query(query, found::add);
    return found;
  }
}
