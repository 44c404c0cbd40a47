package dev.hammer.stores.dynamodb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The table for everything beside the issues. A partition is a topic and its subject, such as
 * {@code issue#s3_bucket_acl/111111111111/logs}; its items stand in the order in which they are
 * listed.
 */
record State(Dynamo dynamo, String table) {
  static final String PARTITION = "pk";
  static final String ORDER = "sk";

  private static final int PARTITION_BYTES = 1_800;

  /** The partition of a topic about something that is named by foreign text. */
  static String partition(String topic, String subject) {
    return topic + "#" + Texts.key(subject, PARTITION_BYTES);
  }

  static Map<String, AttributeValue> key(String partition, String order) {
    return at(partition, order).attributes();
  }

  /** An item under construction. */
  static Draft at(String partition, String order) {
    return new Draft()
        .put(PARTITION, AttributeValue.fromS(partition))
        .put(ORDER, AttributeValue.fromS(order));
  }

  Optional<Item> get(String partition, String order) {
    return dynamo.get(table, key(partition, order));
  }

  void put(Draft item) {
    dynamo.put(table, List.of(item.attributes()));
  }

  void put(List<Draft> items) {
    dynamo.put(table, items.stream().map(Draft::attributes).toList());
  }

  /** The items of a partition in their order, page after page. */
  Iterator<Item> list(String partition) {
    return dynamo.query(of(partition, "").build());
  }

  /** The items whose order begins so. */
  Iterator<Item> list(String partition, String beginning) {
    return dynamo.query(of(partition, beginning).build());
  }

  List<Item> all(String partition, String beginning) {
    List<Item> items = new ArrayList<>();
    list(partition, beginning).forEachRemaining(items::add);
    return items;
  }

  /** A query for items whose order begins so; only for these attributes if any are named. */
  QueryRequest.Builder of(String partition, String beginning, String... projection) {
    Expression condition = new Expression();
    String text =
        condition.name(PARTITION) + " = " + condition.value(AttributeValue.fromS(partition));
    if (!beginning.isEmpty()) {
      text +=
          " AND begins_with("
              + condition.name(ORDER)
              + ", "
              + condition.value(AttributeValue.fromS(beginning))
              + ")";
    }
    String attributes =
        Arrays.stream(projection).map(condition::name).collect(Collectors.joining(", "));
    return QueryRequest.builder()
        .tableName(table)
        .projectionExpression(attributes.isEmpty() ? null : attributes)
        .consistentRead(true)
        .keyConditionExpression(text)
        .expressionAttributeNames(condition.names())
        .expressionAttributeValues(condition.values());
  }
}
