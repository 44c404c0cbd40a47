package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.Status;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Facts about the store; gathering them writes an item, to prove that this is possible. */
record Health(TableSetup setup, State state, IssueReads reads, String uri, InstantSource clock) {
  private static final String PROBE = "probe";

  Value.Fields fields() {
    Instant now = clock.instant();
    state.put(State.at(PROBE, PROBE).instant("at", now));
    Map<TableShape, Optional<TableDescription>> tables = setup.describe();
    return Value.fields()
        .put("store", uri)
        .put("schema", TableSetup.SCHEMA)
        .put("open_issues", reads.count(Status.OPEN))
        .put("written_at", Value.of(now))
        .put("size_bytes", sum(tables, table -> known(table.tableSizeBytes())))
        .put("tables", tables.values().stream().filter(Optional::isPresent).count())
        .put("not_taken_over", sum(tables, Health::notTakenOver))
        .build();
  }

  private static long sum(
      Map<TableShape, Optional<TableDescription>> tables, ToLongFunction<TableDescription> figure) {
    return tables.values().stream().flatMap(Optional::stream).mapToLong(figure).sum();
  }

  /** Items that the predecessor wrote and that no index of ours finds. */
  private static long notTakenOver(TableDescription table) {
    return table.globalSecondaryIndexes().stream()
        .filter(index -> index.indexName().equals(IssueTable.STATUS_INDEX))
        .mapToLong(index -> Math.max(0, known(table.itemCount()) - known(index.itemCount())))
        .sum();
  }

  /** What DynamoDB tells of tables is some hours old, and of new ones it may tell nothing. */
  private static long known(@Nullable Long figure) {
    return figure == null ? 0 : figure;
  }
}
