package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/**
 * Proves that the tables are there and of our shape; creates what is missing if it may. A table
 * with other keys is somebody else's and is left alone.
 */
record TableSetup(Dynamo dynamo, Layout layout) {
  /** Raised with the form of items; a store of a later one is refused. */
  static final int SCHEMA = 1;

  private static final String MARKER = "schema";
  private static final String TABLES = "tables";

  /** An index over a large table takes its time: an hour. */
  private static final int LOOKS = 720;

  private static final Duration FIRST_LOOK = Duration.ofMillis(100);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  /** Opens the store. Where all was proven before, one request tells so. */
  void prove() {
    if (isMarked()) {
      return;
    }
    Map<TableShape, Optional<TableDescription>> found = describe();
    proveShapes(found);
    List<String> missing =
        found.entrySet().stream()
            .filter(entry -> entry.getValue().isEmpty())
            .map(entry -> entry.getKey().table())
            .toList();
    if (!missing.isEmpty()) {
      throw DynamoFailure.missing(missing);
    }
    List<String> incomplete = new ArrayList<>();
    found.forEach(
        (shape, table) -> {
          if (!shape.isComplete(table.orElseThrow())) {
            incomplete.add(shape.table());
          }
        });
    if (!incomplete.isEmpty()) {
      throw new StoreException(
          "Tables lack indexes that Hammer needs: " + String.join(", ", incomplete),
          "Add them with --create-tables; the predecessor's readers do not notice");
    }
  }

  /**
   * Whether nothing is missing.
   *
   * @throws StoreException if a table is not of our shape
   */
  boolean isReady() {
    if (isMarked()) {
      return true;
    }
    boolean isReady = true;
    Map<TableShape, Optional<TableDescription>> found = describe();
    proveShapes(found);
    for (Map.Entry<TableShape, Optional<TableDescription>> entry : found.entrySet()) {
      isReady &= entry.getValue().filter(entry.getKey()::isComplete).isPresent();
    }
    return isReady;
  }

  /** Creates what is missing, and waits until it can be used. */
  void create() {
    Map<TableShape, Optional<TableDescription>> found = describe();
    proveShapes(found);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> tables =
          found.entrySet().stream()
              .<Future<?>>map(e -> threads.submit(() -> complete(e.getKey(), e.getValue())))
              .toList();
      tables.forEach(TableSetup::await);
    }
  }

  /** Notes that these tables are proven, so that the next to open need not ask for each of them. */
  void mark() {
    state().put(State.at(MARKER, TABLES).number(MARKER, SCHEMA).list(TABLES, tables()));
  }

  /** How the tables stand, those that are missing too. */
  Map<TableShape, Optional<TableDescription>> describe() {
    Map<TableShape, Optional<TableDescription>> found = new TreeMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<TableShape, Future<Optional<TableDescription>>> asked = new TreeMap<>();
      shapes().forEach(shape -> asked.put(shape, threads.submit(() -> describe(shape))));
      asked.forEach((shape, answer) -> found.put(shape, await(answer)));
    }
    return found;
  }

  /** Names every table that is of another shape, not only the first. */
  private static void proveShapes(Map<TableShape, Optional<TableDescription>> found) {
    List<StoreException> foreign = new ArrayList<>();
    found.forEach(
        (shape, table) -> {
          try {
            table.ifPresent(shape::prove);
          } catch (StoreException refused) {
            foreign.add(refused);
          }
        });
    if (!foreign.isEmpty()) {
      throw new StoreException(
          foreign.stream()
              .map(refused -> String.valueOf(refused.getMessage()))
              .collect(Collectors.joining("\n")),
          foreign.getFirst().remedy());
    }
  }

  private boolean isMarked() {
    Optional<Item> marker;
    try {
      marker = state().get(MARKER, TABLES);
    } catch (StoreException unproven) {
      // Missing, or with other keys: what is wrong with which table is found out one by one.
      return false;
    }
    marker
        .flatMap(item -> item.optionalNumber(MARKER))
        .filter(schema -> schema > SCHEMA)
        .ifPresent(
            newer -> {
              throw new StoreException(
                  "The store has schema " + newer + ", this Hammer knows 1 to " + SCHEMA,
                  "Use the newer Hammer that wrote it; nothing was changed");
            });
    return marker.filter(item -> item.list(TABLES).containsAll(tables())).isPresent();
  }

  private void complete(TableShape shape, Optional<TableDescription> found) {
    if (found.isEmpty()) {
      ifNotAtIt(() -> dynamo.client().createTable(shape.creation()), "CreateTable", shape);
    }
    for (int i = 0; i < LOOKS; i++) {
      TableDescription table =
          describe(shape).orElseThrow(() -> DynamoFailure.missing(List.of(shape.table())));
      boolean isActive = table.tableStatus() == TableStatus.ACTIVE;
      if (isActive && shape.isComplete(table)) {
        return;
      }
      if (isActive && !shape.isBuilding(table)) {
        shape
            .addition(table)
            .ifPresent(
                add -> ifNotAtIt(() -> dynamo.client().updateTable(add), "UpdateTable", shape));
      } else {
        dynamo.patience().pause(untilLook(i));
      }
    }
    throw new StoreException(
        "DynamoDB is still at work on the table " + shape.table(),
        "Run the command again with --create-tables: it goes on where this one ended");
  }

  /** An empty table is made within seconds, so the first looks come soon. */
  private static Duration untilLook(int number) {
    Duration soon = FIRST_LOOK.multipliedBy(1L << Math.min(number, 10));
    return soon.compareTo(BETWEEN_LOOKS) < 0 ? soon : BETWEEN_LOOKS;
  }

  /** Somebody else may be creating the same. */
  private void ifNotAtIt(Runnable request, String operation, TableShape shape) {
    dynamo.call(
        operation,
        shape.table(),
        () -> {
          try {
            request.run();
            return true;
          } catch (ResourceInUseException atIt) {
            return false;
          }
        });
  }

  private Optional<TableDescription> describe(TableShape shape) {
    return dynamo.call(
        "DescribeTable",
        shape.table(),
        () -> {
          try {
            return Optional.of(
                dynamo.client().describeTable(d -> d.tableName(shape.table())).table());
          } catch (ResourceNotFoundException missing) {
            return Optional.empty();
          }
        });
  }

  private State state() {
    return new State(dynamo, layout.state());
  }

  private List<String> tables() {
    return shapes().stream().map(TableShape::table).sorted().toList();
  }

  private List<TableShape> shapes() {
    List<TableShape> shapes = new ArrayList<>();
    layout.issueTables().forEach(table -> shapes.add(TableShape.of(table)));
    shapes.add(TableShape.ofState(layout.state()));
    return shapes;
  }

  private static <T> T await(Future<T> answer) {
    try {
      return answer.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new StoreException("Stopped while opening the store", "Run the command again", stopped);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof StoreException known
          ? known
          : new IllegalStateException(failed.getCause());
    }
  }
}
