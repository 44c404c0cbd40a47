package dev.hammer.stores.dynamodb;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Writes down the calls of a client, queries of an index with its name. */
final class Requests implements LocalDynamo.Around {
  private static final Set<String> WRITES =
      Set.of("putItem", "updateItem", "deleteItem", "batchWriteItem", "transactWriteItems");

  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

  @Override
  public Object call(Method method, List<Object> arguments, LocalDynamo.Call call)
      throws Throwable {
    String index =
        !arguments.isEmpty()
                && arguments.getFirst() instanceof QueryRequest query
                && query.indexName() != null
            ? " " + query.indexName()
            : "";
    sent.add(method.getName() + index);
    return call.proceed();
  }

  /** What was sent since this was asked last. */
  List<String> take() {
    List<String> taken = List.copyOf(sent);
    sent.clear();
    return taken;
  }

  static boolean isWrite(String operation) {
    return WRITES.contains(operation);
  }
}
