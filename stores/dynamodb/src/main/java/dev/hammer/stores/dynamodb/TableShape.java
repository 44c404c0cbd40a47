package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateGlobalSecondaryIndexAction;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexUpdate;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughput;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** The keys and indexes that a table must have; all keys are texts. */
record TableShape(String table, Keys keys, List<Index> indexes) implements Comparable<TableShape> {

  /** A partition key and a sort key. */
  record Keys(String partition, String order) {
    private List<KeySchemaElement> schema() {
      return List.of(
          KeySchemaElement.builder().attributeName(partition).keyType(KeyType.HASH).build(),
          KeySchemaElement.builder().attributeName(order).keyType(KeyType.RANGE).build());
    }

    @Override
    public String toString() {
      return partition + " (S) and " + order + " (S)";
    }
  }

  /**
   * Another order of the same items.
   *
   * @param included the attributes it has beside all keys; empty for all there are
   */
  record Index(String name, Keys keys, List<String> included) {
    private Projection projection() {
      return included.isEmpty()
          ? Projection.builder().projectionType(ProjectionType.ALL).build()
          : Projection.builder()
              .projectionType(ProjectionType.INCLUDE)
              .nonKeyAttributes(included)
              .build();
    }
  }

  static TableShape of(IssueTable table) {
    return new TableShape(
        table.name(),
        new Keys(IssueTable.ACCOUNT, table.sortKey()),
        List.of(
            new Index(
                IssueTable.LIVE_INDEX, new Keys(IssueTable.LIVE_SLICE, table.sortKey()), List.of()),
            new Index(
                IssueTable.STATUS_INDEX, new Keys(IssueTable.STATE, IssueTable.PLACE), List.of())));
  }

  static TableShape ofState(String table) {
    return new TableShape(
        table,
        new Keys(State.PARTITION, State.ORDER),
        List.of(
            new Index(
                HistoryItems.INDEX,
                new Keys(HistoryItems.LOG, HistoryItems.MOMENT),
                List.of(HistoryItems.KIND, HistoryItems.ACTOR, HistoryItems.SCAN))));
  }

  /**
   * Refuses a table that is not ours or the predecessor's.
   *
   * @throws StoreException if it has other keys, or an index of our name has
   */
  void prove(TableDescription found) {
    prove("table " + table, keys, found.keySchema(), found);
    for (Index index : indexes) {
      described(found, index)
          .ifPresent(
              there ->
                  prove(
                      "index " + index.name() + " of the table " + table,
                      index.keys(),
                      there.keySchema(),
                      found));
    }
  }

  /** Whether all indexes are there and can be used. */
  boolean isComplete(TableDescription found) {
    return indexes.stream()
        .allMatch(
            index ->
                described(found, index)
                    .filter(there -> there.indexStatus() == IndexStatus.ACTIVE)
                    .isPresent());
  }

  /** Whether DynamoDB is at work on an index; it takes on one at a time. */
  boolean isBuilding(TableDescription found) {
    return found.globalSecondaryIndexes().stream()
        .anyMatch(index -> index.indexStatus() != IndexStatus.ACTIVE);
  }

  CreateTableRequest creation() {
    return CreateTableRequest.builder()
        .tableName(table)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(attributes())
        .keySchema(keys.schema())
        .globalSecondaryIndexes(indexes.stream().map(TableShape::index).toList())
        .build();
  }

  /** Adds the first index that is missing, with the capacity of its table. */
  Optional<UpdateTableRequest> addition(TableDescription found) {
    return indexes.stream()
        .filter(index -> described(found, index).isEmpty())
        .findFirst()
        .map(
            index ->
                UpdateTableRequest.builder()
                    .tableName(table)
                    .attributeDefinitions(attributes())
                    .globalSecondaryIndexUpdates(
                        List.of(
                            GlobalSecondaryIndexUpdate.builder()
                                .create(action(index, found))
                                .build()))
                    .build());
  }

  @Override
  public int compareTo(TableShape other) {
    return table.compareTo(other.table);
  }

  private static void prove(
      String what, Keys wanted, List<KeySchemaElement> schema, TableDescription found) {
    String is =
        schema.stream()
            .map(key -> key.attributeName() + " (" + typeOf(key.attributeName(), found) + ")")
            .collect(Collectors.joining(" and "));
    if (!is.equals(wanted.toString())) {
      throw new StoreException(
          "The " + what + " is of another shape: its keys are " + is + ", not " + wanted,
          "Name another prefix or table; nothing was changed");
    }
  }

  private static String typeOf(String attribute, TableDescription found) {
    return found.attributeDefinitions().stream()
        .filter(definition -> definition.attributeName().equals(attribute))
        .map(AttributeDefinition::attributeTypeAsString)
        .findFirst()
        .orElse("?");
  }

  private static Optional<GlobalSecondaryIndexDescription> described(
      TableDescription found, Index index) {
    return found.globalSecondaryIndexes().stream()
        .filter(there -> there.indexName().equals(index.name()))
        .findFirst();
  }

  private List<AttributeDefinition> attributes() {
    return Stream.concat(Stream.of(keys), indexes.stream().map(Index::keys))
        .flatMap(some -> Stream.of(some.partition(), some.order()))
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .map(
            name ->
                AttributeDefinition.builder()
                    .attributeName(name)
                    .attributeType(ScalarAttributeType.S)
                    .build())
        .toList();
  }

  private static GlobalSecondaryIndex index(Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(index.keys().schema())
        .projection(index.projection())
        .build();
  }

  private static CreateGlobalSecondaryIndexAction action(Index index, TableDescription found) {
    return CreateGlobalSecondaryIndexAction.builder()
        .indexName(index.name())
        .keySchema(index.keys().schema())
        .projection(index.projection())
        .provisionedThroughput(throughput(found).orElse(null))
        .build();
  }

  /** The predecessor's tables are provisioned; those on demand have none. */
  private static Optional<ProvisionedThroughput> throughput(TableDescription found) {
    return Optional.ofNullable(found.provisionedThroughput())
        .filter(units -> units.readCapacityUnits() != null && units.readCapacityUnits() > 0)
        .map(
            units ->
                ProvisionedThroughput.builder()
                    .readCapacityUnits(units.readCapacityUnits())
                    .writeCapacityUnits(units.writeCapacityUnits())
                    .build());
  }
}
