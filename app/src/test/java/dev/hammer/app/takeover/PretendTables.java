package dev.hammer.app.takeover;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.value.Value;
import dev.hammer.stores.dynamodb.OldTables;
import dev.hammer.stores.dynamodb.PredecessorItem;
import dev.hammer.stores.dynamodb.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Tables of the predecessor in memory. */
final class PretendTables implements OldTables {
  private final Map<String, List<PredecessorItem>> tables = new TreeMap<>();
  private final Map<String, StoreException> refused = new TreeMap<>();

  PretendTables table(String name) {
    tables.putIfAbsent(name, new ArrayList<>());
    return this;
  }

  PretendTables refusing(String name, StoreException why) {
    refused.put(name, why);
    return this;
  }

  PretendTables item(String table, Issue issue, List<String> spellings, String... oddities) {
    return item(
        table,
        new PredecessorItem(
            issue.key().account() + "/" + issue.key().issueId(),
            Optional.of(issue),
            spellings,
            false,
            List.of(oddities),
            Value.fields().put("issue_id", issue.key().issueId()).build()));
  }

  PretendTables item(String table, PredecessorItem item) {
    table(table).tables.getOrDefault(table, new ArrayList<>()).add(item);
    return this;
  }

  @Override
  public boolean isThere(Shelf shelf) {
    StoreException why = refused.get(shelf.table());
    if (why != null) {
      throw why;
    }
    return tables.containsKey(shelf.table());
  }

  @Override
  public void read(Shelf shelf, Consumer<PredecessorItem> each) {
    tables.getOrDefault(shelf.table(), List.of()).forEach(each);
  }

  @Override
  public void close() {}
}
