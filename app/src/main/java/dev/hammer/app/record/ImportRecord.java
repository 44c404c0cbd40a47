package dev.hammer.app.record;

import dev.hammer.app.takeover.TableCount;
import dev.hammer.core.issue.Status;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What was taken over from the predecessor, as every door shows it to machines. */
public final class ImportRecord {
  private ImportRecord() {}

  /**
   * The document.
   *
   * @param isDone whether it was done, or only counted
   */
  public static Value.Fields of(
      List<TableCount> tables, String prefix, String store, boolean isDone, Instant now) {
    return Value.fields()
        .put("schema", "hammer/import/1")
        .put("generated_at", Value.of(now))
        .put("tables_prefix", prefix)
        .put("store", store)
        .put("done", isDone)
        .put("tables", Value.items(tables.stream().map(ImportRecord::table).toList()))
        .build();
  }

  private static Value table(TableCount count) {
    Value.Builder statuses = Value.fields();
    Arrays.stream(Status.values())
        .filter(status -> count.of(status) > 0)
        .forEach(status -> statuses.put(status.word(), count.of(status)));
    return Value.fields()
        .put("table", count.source().table())
        .put("check", count.source().check())
        .put("way", count.source().way().word())
        .put("items", count.items())
        .put("statuses", statuses.build())
        .put("taken", count.taken())
        .put("there", count.there())
        .put("doubles", count.doubles())
        .put("odd", count.odd())
        .put("unreadable", count.unreadable())
        .put("oddities", Value.items(count.oddities().stream().map(ImportRecord::oddity).toList()))
        .build();
  }

  private static Value oddity(TableCount.Oddity oddity) {
    return Value.fields().put("item", oddity.key()).put("why", Value.texts(oddity.why())).build();
  }
}
