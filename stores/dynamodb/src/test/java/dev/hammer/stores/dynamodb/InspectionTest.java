package dev.hammer.stores.dynamodb;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.StoreException;
import dev.hammer.testing.store.Changes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is wrong in the tables is found and named. */
final class InspectionTest {
  private final String prefix = LocalDynamo.newPrefix();
  private final String table = prefix + "s3-public-bucket-acl";
  private final DynamoDbClient client = LocalDynamo.client();
  private final DynamoDbStore store = LocalDynamo.open(client, prefix);

  @BeforeEach
  void insert() {
    store.apply(
        Optional.empty(),
        List.of(
            Changes.born(issue("sound").build()),
            Changes.born(issue("shared").check("new_check").build()),
            Changes.born(issue("broken").build())));
  }

  @Test
  void aSoundStoreHasNoDefects() {
    assertThat(store.defects()).isEmpty();
  }

  @Test
  void anUnreadableItemIsNamedWithItsAttribute() {
    set("observed_at", "yesterday");

    assertThat(store.defects())
        .singleElement()
        .asString()
        .contains(table, "111111111111/broken", "observed_at makes no sense");
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> store.issues(List.of(issue("broken").build().key())))
        .withMessageContaining("observed_at")
        .satisfies(failed -> assertThat(failed.remedy()).contains("backup"));
  }

  @Test
  void anIssueWhoseStatusWasChangedByHandIsListedWrongly() {
    set("status", "resolved");

    assertThat(store.defects())
        .hasSize(2)
        .allSatisfy(d -> assertThat(d).contains("s3_bucket_acl/111111111111/broken"))
        .anySatisfy(d -> assertThat(d).contains("its state"))
        .anySatisfy(d -> assertThat(d).contains("its live_slice"));
  }

  @Test
  void whatIsNotTakenOverYetIsCounted() {
    client.putItem(p -> p.tableName(table).item(Golden.item("closed-bucket.json")));

    assertThat(store.defects())
        .singleElement()
        .asString()
        .contains(table, "1 item", "--create-tables");
    assertThat(store.health().get("not_taken_over").orElseThrow().toString()).contains("1");

    store.adopt();
    assertThat(store.defects()).isEmpty();
  }

  @Test
  void manyDefectsAreCutShort() {
    List<Change> many =
        IntStream.range(0, 60).mapToObj(i -> Changes.born(issue("b" + i).build())).toList();
    store.apply(Optional.empty(), many);
    for (int i = 0; i < 60; i++) {
      set("b" + i, "status", "resolved");
    }

    assertThat(store.defects()).hasSize(101).last().asString().isEqualTo("and 20 more");
  }

  private void set(String attribute, String value) {
    set("broken", attribute, value);
  }

  private void set(String id, String attribute, String value) {
    client.updateItem(
        u ->
            u.tableName(table)
                .key(
                    Map.of(
                        "account_id", AttributeValue.fromS("111111111111"),
                        "issue_id", AttributeValue.fromS(id)))
                .updateExpression("SET #a = :v")
                .expressionAttributeNames(Map.of("#a", attribute))
                .expressionAttributeValues(Map.of(":v", AttributeValue.fromS(value))));
  }
}
