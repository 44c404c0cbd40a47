package dev.hammer.stores.dynamodb;

import dev.hammer.aws.AwsConnection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The predecessor's tables, to read from. Nothing is ever written to them here. */
public final class PredecessorTables implements OldTables {
  private final Dynamo dynamo;
  private final Runnable closing;

  PredecessorTables(Dynamo dynamo, Runnable closing) {
    this.dynamo = dynamo;
    this.closing = closing;
  }

  /**
   * Prepares to read tables of the caller's own account.
   *
   * @param aws closed with the tables
   */
  public static PredecessorTables open(AwsConnection aws) {
    DynamoDbClient client = aws.client(DynamoDbClient.builder());
    return new PredecessorTables(
        new Dynamo(client, Patience.real(), 0),
        () -> {
          client.close();
          aws.close();
        });
  }

  @Override
  public boolean isThere(Shelf shelf) {
    TableShape shape =
        new TableShape(
            shelf.table(), new TableShape.Keys(IssueTable.ACCOUNT, IssueTable.ISSUE_ID), List.of());
    Optional<TableDescription> found = describe(shelf.table());
    found.ifPresent(shape::prove);
    return found.isPresent();
  }

  @Override
  public void read(Shelf shelf, Consumer<PredecessorItem> each) {
    IssueTable table = new IssueTable(shelf.table(), Optional.of(shelf));
    Iterator<Item> items =
        dynamo.scan(ScanRequest.builder().tableName(shelf.table()).consistentRead(true).build());
    items.forEachRemaining(item -> each.accept(PredecessorItem.of(table, item)));
  }

  @Override
  public void close() {
    closing.run();
  }

  private Optional<TableDescription> describe(String table) {
    return dynamo.call(
        "DescribeTable",
        table,
        () -> {
          try {
            return Optional.of(dynamo.client().describeTable(d -> d.tableName(table)).table());
          } catch (ResourceNotFoundException missing) {
            return Optional.empty();
          }
        });
  }
}
