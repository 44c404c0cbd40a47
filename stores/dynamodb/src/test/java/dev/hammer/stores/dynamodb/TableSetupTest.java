package dev.hammer.stores.dynamodb;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.StoreException;
import dev.hammer.testing.store.Changes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Tables are created when asked for only, and never mistaken for ours. */
final class TableSetupTest {
  private final String prefix = LocalDynamo.newPrefix();
  private final DynamoDbClient client = LocalDynamo.client();

  @Test
  void missingTablesAreNamedWithTheRemedy() {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> open(LocalDynamo.layout(prefix)))
        .withMessageContaining(prefix + "s3-public-bucket-acl")
        .withMessageContaining(prefix + "issues")
        .withMessageContaining(prefix + "state")
        .satisfies(failed -> assertThat(failed.remedy()).contains("--create-tables"));
    assertThat(tables()).isEmpty();
  }

  @Test
  void whatWasCreatedCanBeOpened() {
    LocalDynamo.open(client, prefix).close();

    try (DynamoDbStore opened = open(LocalDynamo.layout(prefix))) {
      assertThat(opened.uri()).isEqualTo("dynamodb:" + prefix);
      opened.apply(Optional.empty(), List.of(Changes.born(issue("a").build())));
    }
    assertThat(tables())
        .containsExactly(
            prefix + "cloudtrails",
            prefix + "issues",
            prefix + "s3-public-bucket-acl",
            prefix + "s3-public-bucket-policy",
            prefix + "security-groups-unrestricted",
            prefix + "sqs-public-access",
            prefix + "state");
  }

  @Test
  void tablesAreOnDemand() {
    LocalDynamo.open(client, prefix).close();

    for (String table : tables()) {
      assertThat(client.describeTable(d -> d.tableName(table)).table().billingModeSummary())
          .satisfies(b -> assertThat(b.billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST));
    }
  }

  @Test
  void creatingAgainKeepsWhatIsThere() {
    DynamoDbStore first = LocalDynamo.open(client, prefix);
    first.apply(Optional.empty(), List.of(Changes.born(issue("a").build())));

    assertThat(LocalDynamo.open(client, prefix).issues(List.of(issue("a").build().key())))
        .hasSize(1);
  }

  @Test
  void aTableWithOtherKeysIsRefusedByName() {
    String table = prefix + "sqs-public-access";
    create(table, "id", ScalarAttributeType.S, "range", ScalarAttributeType.S);

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> LocalDynamo.open(client, prefix))
        .withMessageContaining(table)
        .withMessageContaining("id (S) and range (S)")
        .withMessageContaining("account_id (S) and issue_id (S)");
    assertThat(tables()).containsExactly(table);
  }

  @Test
  void aKeyOfAnotherTypeIsRefused() {
    String table = prefix + "cloudtrails";
    create(table, "account_id", ScalarAttributeType.N, "issue_id", ScalarAttributeType.S);

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> LocalDynamo.open(client, prefix))
        .withMessageContaining("account_id (N)");
  }

  @Test
  void aForeignStateTableIsRefusedEvenIfAllOthersAreMissing() {
    create(prefix + "state", "id", ScalarAttributeType.S, "range", ScalarAttributeType.S);

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> LocalDynamo.open(client, prefix))
        .withMessageContaining(prefix + "state")
        .withMessageContaining("another shape");
  }

  @Test
  void theIndexesAreAddedWhenAskedForOnly() {
    create(
        prefix + "cloudtrails",
        "account_id",
        ScalarAttributeType.S,
        "issue_id",
        ScalarAttributeType.S);
    Layout layout =
        new Layout(
            prefix,
            LocalDynamo.layout(prefix).shelves().stream()
                .filter(shelf -> shelf.check().equals("cloudtrails"))
                .toList());
    create(prefix + "state", "pk", ScalarAttributeType.S, "sk", ScalarAttributeType.S);
    client.createTable(TableShape.of(layout.shared()).creation());

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> open(layout))
        .withMessageContaining("indexes")
        .withMessageContaining(prefix + "cloudtrails")
        .satisfies(failed -> assertThat(failed.remedy()).contains("--create-tables"));
    assertThat(
            client
                .describeTable(d -> d.tableName(prefix + "cloudtrails"))
                .table()
                .globalSecondaryIndexes())
        .isEmpty();
  }

  @Test
  void aCheckThatGotATableLaterIsMissed() {
    LocalDynamo.open(client, prefix).close();
    Layout more = new Layout(prefix, List.of(shelf("new_check", prefix + "new")));

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> open(more))
        .withMessageContaining(prefix + "new");
  }

  @Test
  void aTableThatVanishedIsNamed() {
    DynamoDbStore store = LocalDynamo.open(client, prefix);
    client.deleteTable(d -> d.tableName(prefix + "s3-public-bucket-acl"));

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> store.issues(List.of(issue("a").build().key())))
        .withMessageContaining(prefix + "s3-public-bucket-acl")
        .satisfies(failed -> assertThat(failed.remedy()).contains("--create-tables"));
  }

  @Test
  void aStoreOfALaterHammerIsRefused() {
    LocalDynamo.open(client, prefix).close();
    client.updateItem(
        u ->
            u.tableName(prefix + "state")
                .key(State.key("schema", "tables"))
                .updateExpression("SET #s = :s")
                .expressionAttributeNames(Map.of("#s", "schema"))
                .expressionAttributeValues(Map.of(":s", AttributeValue.fromN("99"))));

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> open(LocalDynamo.layout(prefix)))
        .withMessageContaining("schema 99");
  }

  @Test
  void oneTableForTwoChecksIsRefused() {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> new Layout("h-", List.of(shelf("a", "h-same"), shelf("b", "h-same"))))
        .withMessageContaining("h-same")
        .withMessageContaining("a and b");
  }

  @Test
  void aTableOfTheStoreForACheckIsRefused() {
    for (String own : List.of("h-state", "h-issues")) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> new Layout("h-", List.of(shelf("a", own))))
          .withMessageContaining(own);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "a b", "\u00e4", "x\n"})
  void aPrefixThatCannotNameTablesIsRefused(String bad) {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> new Layout(bad, List.of()))
        .withMessageContaining("cannot begin");
  }

  @Test
  void aTableNameThatCannotBeIsRefused() {
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> new Layout("h-", List.of(shelf("a", "no name"))))
        .satisfies(failed -> assertThat(failed.remedy()).contains("a.ddb.table_name"));
  }

  @Test
  void theSectionGoesBeforeThePredecessorsNameAndNewChecksShare() {
    CheckInfo legacy =
        CheckInfo.of("cloudtrails", "t", Severity.LOW, "s", "T").storedIn("cloudtrails");
    CheckInfo fresh = CheckInfo.of("new_check", "t", Severity.LOW, "s", "T");

    assertThat(Shelf.of("h-", legacy, false, Optional.empty()).map(Shelf::table))
        .contains("h-cloudtrails");
    assertThat(Shelf.of("h-", legacy, false, Optional.of("mine")).map(Shelf::table))
        .contains("mine");
    assertThat(Shelf.of("h-", fresh, false, Optional.empty())).isEmpty();
    assertThat(Shelf.of("h-", fresh, false, Optional.of("mine")).map(Shelf::table))
        .contains("mine");
  }

  private DynamoDbStore open(Layout layout) {
    return LocalDynamo.openProven(client, layout);
  }

  private static Shelf shelf(String check, String table) {
    return new Shelf(check, table, "Title", Severity.HIGH, "T", false);
  }

  private List<String> tables() {
    return client.listTablesPaginator().tableNames().stream()
        .filter(name -> name.startsWith(prefix))
        .sorted()
        .toList();
  }

  private void create(
      String table,
      String hash,
      ScalarAttributeType hashType,
      String range,
      ScalarAttributeType rangeType) {
    client.createTable(
        c ->
            c.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(List.of(key(hash, KeyType.HASH), key(range, KeyType.RANGE)))
                .attributeDefinitions(
                    List.of(attribute(hash, hashType), attribute(range, rangeType))));
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }
}
