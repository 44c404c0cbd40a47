package dev.hammer.stores.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The predecessor's tables are read to the last item, and what is odd about one is said. */
final class PredecessorTablesTest {
  private static final String QUEUES = "sqs_public_access";
  private static final String GROUPS = "secgrp_unrestricted_access";

  private final String prefix = LocalDynamo.newPrefix();
  private final DynamoDbClient client = LocalDynamo.client();
  private final PredecessorTables tables = tables(client);

  @Test
  void whatIsOddIsSaidAndReadAllTheSame() {
    create(GROUPS, "account_id", "issue_id");
    List.of("open-group.json", "bare.json", "senseless.json")
        .forEach(file -> put(GROUPS, Golden.item(file)));

    Map<String, PredecessorItem> items = read(GROUPS);

    assertThat(items).hasSize(3);
    assertThat(item(items, "123456789012/sg-0a1b2c3d").oddities()).isEmpty();
    assertThat(item(items, "123456789012/sg-bare").oddities())
        .contains("status is missing", "timestamps is missing", "its region is not known");
    assertThat(item(items, "123456789012/sg-senseless").oddities())
        .contains("status is no text", "timestamps.identified is no time");
    assertThat(items.values())
        .allSatisfy(one -> assertThat(one.issue()).isPresent())
        .allSatisfy(one -> assertThat(one.isTakenOver()).isFalse());
  }

  @Test
  void anUnknownStatusIsNamedAndTheItemIsKeptWhole() {
    create("cloudtrails", "account_id", "issue_id");
    put("cloudtrails", Golden.item("region.json"));

    PredecessorItem item = item(read("cloudtrails"), "123456789012/eu-central-1");

    assertThat(item.issue().map(Issue::status)).contains(Status.UNKNOWN);
    assertThat(item.oddities()).containsExactly("status \"tempwhitelist\" is not known");
    assertThat(item.item().get("status")).contains(Value.text("tempwhitelist"));
  }

  @Test
  void aQueueOfAnOldHostHasAllItsSpellings() {
    create(QUEUES, "account_id", "issue_id");
    put(QUEUES, Golden.item("old-queue.json"));

    PredecessorItem item = read(QUEUES).values().iterator().next();

    assertThat(item.spellings())
        .startsWith("https://sqs.eu-west-1.amazonaws.com/123456789012/jobs")
        .contains("https://eu-west-1.queue.amazonaws.com/123456789012/jobs");
    Issue issue = item.issue().orElseThrow();
    assertThat(issue.key().issueId()).startsWith("https://eu-west-1.queue.");
    assertThat(issue.resource().id()).isEqualTo(item.spellings().getFirst());
    assertThat(issue.resource().isCalled(issue.key().issueId())).isTrue();
  }

  @Test
  void anItemOfNoAccountIsShownAndHindersNothing() {
    create(GROUPS, "account_id", "issue_id");
    Map<String, AttributeValue> stray = new HashMap<>(Golden.item("open-group.json"));
    stray.put("account_id", AttributeValue.fromS("nobody"));
    put(GROUPS, stray);
    put(GROUPS, Golden.item("open-group.json"));

    Map<String, PredecessorItem> items = read(GROUPS);

    assertThat(item(items, "nobody/sg-0a1b2c3d").issue()).isEmpty();
    assertThat(item(items, "nobody/sg-0a1b2c3d").oddities())
        .containsExactly("account_id makes no sense");
    DynamoDbStore store = LocalDynamo.open(client, prefix);
    assertThat(store.defects())
        .anySatisfy(d -> assertThat(d).contains("account_id makes no sense"));
    assertThat(store.adopt()).isZero();
  }

  @Test
  void everyItemOfManyPagesIsRead() {
    create(GROUPS, "account_id", "issue_id");
    String long100k = "x".repeat(100_000);
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      Map<String, AttributeValue> item = new HashMap<>(Golden.item("open-group.json"));
      item.put("issue_id", AttributeValue.fromS("sg-" + i));
      item.put("note", AttributeValue.fromS(long100k));
      put(GROUPS, item);
      keys.add("123456789012/sg-" + i);
    }

    assertThat(read(GROUPS).keySet()).isEqualTo(keys);
  }

  @Test
  void aForeignTableIsRefusedByNameAndAMissingOneIsMissing() {
    create(GROUPS, "id", "name");

    assertThat(tables.isThere(shelf(QUEUES))).isFalse();
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> tables.isThere(shelf(GROUPS)))
        .withMessageContaining(prefix + "security-groups-unrestricted")
        .withMessageContaining("id (S) and name (S)")
        .withNoCause();
  }

  @Test
  void whatIsDeniedOrThrottledIsSaidWithItsRemedy() {
    create(GROUPS, "account_id", "issue_id");
    PredecessorTables denied =
        tables(
            failing(
                "describeTable",
                DynamoDbException.builder()
                    .awsErrorDetails(error("AccessDeniedException"))
                    .build()));
    PredecessorTables throttled =
        tables(
            failing(
                "scan",
                ProvisionedThroughputExceededException.builder()
                    .awsErrorDetails(error("ProvisionedThroughputExceededException"))
                    .build()));

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> denied.isThere(shelf(GROUPS)))
        .satisfies(e -> assertThat(e.remedy()).contains("dynamodb:DescribeTable"))
        .withMessageContaining("security-groups-unrestricted");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> throttled.read(shelf(GROUPS), _ -> {}))
        .satisfies(e -> assertThat(e.remedy()).contains("capacity"))
        .withMessageContaining("security-groups-unrestricted");
  }

  @Test
  void checksThatHammerLacksHaveTablesToo() {
    assertThat(Shelf.beside(Set.of(GROUPS), "old-"))
        .extracting(Shelf::table)
        .hasSize(24)
        .contains("old-redshift-public-access", "old-kms-key-rotation", "old-dns-takeover")
        .doesNotContain("old-security-groups-unrestricted");
  }

  private static DynamoDbClient failing(String method, AwsServiceException failure) {
    return LocalDynamo.client(
        (called, arguments, call) -> {
          if (called.getName().equals(method)) {
            throw failure;
          }
          return call.proceed();
        });
  }

  private static PredecessorTables tables(DynamoDbClient client) {
    return new PredecessorTables(new Dynamo(client, _ -> {}, 0), () -> {});
  }

  private Shelf shelf(String check) {
    return LocalDynamo.layout(prefix).tableOf(check).shelf().orElseThrow();
  }

  private void create(String check, String partition, String order) {
    client.createTable(
        create ->
            create
                .tableName(shelf(check).table())
                .keySchema(key(partition, KeyType.HASH), key(order, KeyType.RANGE))
                .attributeDefinitions(text(partition), text(order))
                .provisionedThroughput(p -> p.readCapacityUnits(25L).writeCapacityUnits(10L)));
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static AwsErrorDetails error(String code) {
    return AwsErrorDetails.builder().errorCode(code).errorMessage("as told").build();
  }

  private void put(String check, Map<String, AttributeValue> item) {
    client.putItem(put -> put.tableName(shelf(check).table()).item(item));
  }

  private Map<String, PredecessorItem> read(String check) {
    Map<String, PredecessorItem> items = new HashMap<>();
    List<String> keys = new ArrayList<>();
    tables.read(
        shelf(check),
        item -> {
          items.put(item.key(), item);
          keys.add(item.key());
        });
    assertThat(keys).doesNotHaveDuplicates();
    return items;
  }

  private static PredecessorItem item(Map<String, PredecessorItem> items, String key) {
    assertThat(items).containsKey(key);
    return items.getOrDefault(key, items.values().iterator().next());
  }
}
