package dev.hammer.stores.dynamodb;

import dev.hammer.aws.AwsErrors;
import dev.hammer.core.issue.StoreException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.util.DefaultSdkAutoConstructMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The client, read to the last page and written to the last item of a batch. Whatever fails comes
 * out as {@link StoreException}.
 *
 * @param pageSize the most items a page may have; 0 for as many as DynamoDB sends
 */
record Dynamo(DynamoDbClient client, Patience patience, int pageSize) {
  private static final int GET_AT_ONCE = 100;
  private static final int PUT_AT_ONCE = 25;
  private static final int TRIES = 20;
  private static final int BROKEN_TRIES = 3;

  <T> T call(String operation, String table, Supplier<T> request) {
    for (int again = 1; true; again++) {
      try {
        return request.get();
      } catch (SdkException failed) {
        if (again == BROKEN_TRIES || !isBrokenOff(failed)) {
          throw DynamoFailure.of(operation, table, failed);
        }
        patience.before(again);
      }
    }
  }

  /**
   * Whether a refusal came without its reason, as one that broke off on its way. Then the request
   * is made again: all of ours may be, what they wrote they find written.
   */
  static boolean isBrokenOff(SdkException failed) {
    return failed instanceof DynamoDbException answered && AwsErrors.code(answered).isEmpty();
  }

  Optional<Item> get(String table, Map<String, AttributeValue> key) {
    return call(
        "GetItem",
        table,
        () ->
            Optional.of(client.getItem(get -> get.tableName(table).key(key).consistentRead(true)))
                .filter(answer -> answer.hasItem())
                .map(answer -> new Item(table, answer.item())));
  }

  /** The items under these keys, in no order; only these attributes of each if any are named. */
  List<Item> get(String table, List<Map<String, AttributeValue>> keys, String... projection) {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < keys.size(); i += GET_AT_ONCE) {
      List<Map<String, AttributeValue>> batch =
          keys.subList(i, Math.min(keys.size(), i + GET_AT_ONCE));
      getBatch(table, asked(batch, projection), items);
    }
    return items;
  }

  private static KeysAndAttributes asked(
      List<Map<String, AttributeValue>> keys, String... projection) {
    KeysAndAttributes.Builder asked = KeysAndAttributes.builder().keys(keys).consistentRead(true);
    if (projection.length > 0) {
      Expression names = new Expression();
      List<String> wanted = new ArrayList<>();
      for (String name : projection) {
        wanted.add(names.name(name));
      }
      asked.projectionExpression(String.join(", ", wanted)).expressionAttributeNames(names.names());
    }
    return asked.build();
  }

  private void getBatch(String table, KeysAndAttributes batch, List<Item> items) {
    Map<String, KeysAndAttributes> left = Map.of(table, batch);
    for (int again = 0; !left.isEmpty(); again++) {
      prepare("BatchGetItem", table, again);
      Map<String, KeysAndAttributes> asked = left;
      BatchGetItemResponse answer =
          call("BatchGetItem", table, () -> client.batchGetItem(get -> get.requestItems(asked)));
      answer
          .responses()
          .getOrDefault(table, List.of())
          .forEach(attributes -> items.add(new Item(table, attributes)));
      left = answer.unprocessedKeys();
    }
  }

  /** Writes items without a condition: for what any writer would write the same. */
  void put(String table, List<Map<String, AttributeValue>> items) {
    for (int i = 0; i < items.size(); i += PUT_AT_ONCE) {
      List<WriteRequest> requests =
          items.subList(i, Math.min(items.size(), i + PUT_AT_ONCE)).stream()
              .map(item -> WriteRequest.builder().putRequest(put -> put.item(item)).build())
              .toList();
      write(table, requests);
    }
  }

  void delete(String table, List<Map<String, AttributeValue>> keys) {
    for (int i = 0; i < keys.size(); i += PUT_AT_ONCE) {
      List<WriteRequest> requests =
          keys.subList(i, Math.min(keys.size(), i + PUT_AT_ONCE)).stream()
              .map(key -> WriteRequest.builder().deleteRequest(delete -> delete.key(key)).build())
              .toList();
      write(table, requests);
    }
  }

  private void write(String table, List<WriteRequest> requests) {
    List<WriteRequest> left = requests;
    for (int again = 0; !left.isEmpty(); again++) {
      prepare("BatchWriteItem", table, again);
      List<WriteRequest> sent = left;
      left =
          call(
              "BatchWriteItem",
              table,
              () ->
                  client
                      .batchWriteItem(write -> write.requestItems(Map.of(table, sent)))
                      .unprocessedItems()
                      .getOrDefault(table, List.of()));
    }
  }

  /** Writes one item on a condition. What stands in the way is answered if it does not hold. */
  Optional<Item> putUnless(PutItemRequest put) {
    try {
      unhindered(() -> client.putItem(put));
      return Optional.empty();
    } catch (ConditionalCheckFailedException refused) {
      return Optional.of(new Item(put.tableName(), refused.item()));
    } catch (SdkException failed) {
      throw DynamoFailure.of("PutItem", put.tableName(), failed);
    }
  }

  /** Updates one item on a condition; whether it held. */
  boolean updateIf(UpdateItemRequest update) {
    try {
      unhindered(() -> client.updateItem(update));
      return true;
    } catch (ConditionalCheckFailedException refused) {
      return false;
    } catch (SdkException failed) {
      throw DynamoFailure.of("UpdateItem", update.tableName(), failed);
    }
  }

  /** Deletes one item on a condition; whether it held. */
  boolean deleteIf(DeleteItemRequest delete) {
    try {
      unhindered(() -> client.deleteItem(delete));
      return true;
    } catch (ConditionalCheckFailedException refused) {
      return false;
    } catch (SdkException failed) {
      throw DynamoFailure.of("DeleteItem", delete.tableName(), failed);
    }
  }

  /** A transaction that is under way with the same item stands in the way for a moment only. */
  private void unhindered(Runnable request) {
    for (int again = 1; true; again++) {
      try {
        request.run();
        return;
      } catch (TransactionConflictException underWay) {
        if (again == TRIES) {
          throw underWay;
        }
        patience.before(again);
      } catch (DynamoDbException refused) {
        if (again >= BROKEN_TRIES || !isBrokenOff(refused)) {
          throw refused;
        }
        patience.before(again);
      }
    }
  }

  /** The items of a query, page after page as they are asked for. */
  Iterator<Item> query(QueryRequest first) {
    return new Pages(
        first.tableName(),
        key -> {
          QueryRequest.Builder page = first.toBuilder().exclusiveStartKey(key);
          if (pageSize > 0 && first.limit() == null) {
            page.limit(pageSize);
          }
          QueryRequest request = page.build();
          QueryResponse answer = call("Query", request.tableName(), () -> client.query(request));
          return new Page(answer.items(), answer.lastEvaluatedKey());
        });
  }

  /** The items of a whole table, page after page as they are asked for. */
  Iterator<Item> scan(ScanRequest first) {
    return new Pages(
        first.tableName(),
        key -> {
          ScanRequest request = first.toBuilder().exclusiveStartKey(key).build();
          ScanResponse answer = call("Scan", request.tableName(), () -> client.scan(request));
          return new Page(answer.items(), answer.lastEvaluatedKey());
        });
  }

  /** How many items a query finds. */
  long count(QueryRequest first) {
    long count = 0;
    QueryRequest request = first;
    while (true) {
      QueryRequest asked = request;
      QueryResponse answer = call("Query", asked.tableName(), () -> client.query(asked));
      count += answer.count();
      if (!answer.hasLastEvaluatedKey()) {
        return count;
      }
      request = first.toBuilder().exclusiveStartKey(answer.lastEvaluatedKey()).build();
    }
  }

  private void prepare(String operation, String table, int again) {
    if (again == TRIES) {
      throw new StoreException(
          "DynamoDB, " + operation + " on " + table + ": throttled, still after all retries",
          "Run the command again; raise the capacity of the table if it is provisioned");
    }
    if (again > 0) {
      patience.before(again);
    }
  }

  private record Page(
      List<Map<String, AttributeValue>> items, Map<String, AttributeValue> lastKey) {}

  /** Asks for the page after a key; the first one comes after an empty one. */
  @FunctionalInterface
  private interface Asking {
    Page after(Map<String, AttributeValue> key);
  }

  /** One item after the other; a page is asked for when the one before is used up. */
  private static final class Pages implements Iterator<Item> {
    private final String table;
    private final Asking asking;
    private Iterator<Map<String, AttributeValue>> page =
        List.<Map<String, AttributeValue>>of().iterator();
    private Map<String, AttributeValue> key = DefaultSdkAutoConstructMap.getInstance();
    private boolean isLast;

    Pages(String table, Asking asking) {
      this.table = table;
      this.asking = asking;
    }

    @Override
    public boolean hasNext() {
      while (!page.hasNext() && !isLast) {
        Page next = asking.after(key);
        page = next.items().iterator();
        key = next.lastKey();
        isLast = key.isEmpty();
      }
      return page.hasNext();
    }

    @Override
    public Item next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return new Item(table, page.next());
    }
  }
}
