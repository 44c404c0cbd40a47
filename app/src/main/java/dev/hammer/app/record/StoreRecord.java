package dev.hammer.app.record;

import dev.hammer.app.archive.Checkup;
import dev.hammer.app.archive.Compaction;
import dev.hammer.app.archive.Importing;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.value.Value;
import java.time.Instant;

/** What was done to a store as a whole, as every door shows it to machines. */
public final class StoreRecord {
  private StoreRecord() {}

  /** A proof of the store. */
  public static Value.Fields of(Checkup checkup, Instant now) {
    return Value.fields()
        .put("schema", "hammer/store-check/1")
        .put("generated_at", Value.of(now))
        .put("sound", checkup.isSound())
        .put("store", checkup.facts())
        .put("contents", checkup.contents().toValue())
        .put("defects", Value.texts(checkup.defects()))
        .build();
  }

  /**
   * What was thrown away, or would be.
   *
   * @param before what is older than this may go
   */
  public static Value.Fields of(
      Compaction compaction, String store, Instant before, boolean isDone, Instant now) {
    return Value.fields()
        .put("schema", "hammer/store-compact/1")
        .put("generated_at", Value.of(now))
        .put("store", store)
        .put("before", Value.of(before))
        .put("done", isDone)
        .put("scans", Value.texts(compaction.scans()))
        .put("slices", Value.items(compaction.slices().stream().map(StoreRecord::slice).toList()))
        .build();
  }

  /** What came of an import. */
  public static Value.Fields of(Importing.Outcome outcome, String store, Instant now) {
    return Value.fields()
        .put("schema", "hammer/store-import/1")
        .put("generated_at", Value.of(now))
        .put("store", store)
        .put("read", outcome.read().toValue())
        .put("stored", outcome.stored().toValue())
        .put("left_as_they_were", outcome.kept())
        .build();
  }

  private static Value slice(Slice slice) {
    return Value.fields()
        .put("account_id", slice.account().id())
        .put("region", IssueRecord.region(slice.region()))
        .put("check", slice.check())
        .build();
  }
}
