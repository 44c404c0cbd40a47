package dev.hammer.app.record;

import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Proof;
import dev.hammer.core.issue.Timestamps;
import dev.hammer.core.value.Value;

/** What happened to an issue, and what it rests on, as every door shows it to machines. */
public final class HistoryRecord {
  private HistoryRecord() {}

  /** One change. */
  public static Value.Fields of(HistoryEntry entry) {
    return Value.fields()
        .put("at", Value.instant(Timestamps.known(entry.at())))
        .put("kind", entry.kind().word())
        .put("actor", entry.actor())
        .put("scan_id", Value.text(entry.scanId()))
        .put("text", entry.text())
        .put("before", entry.before())
        .put("after", entry.after())
        .build();
  }

  /** The evidence. */
  public static Value.Fields of(Proof proof) {
    return Value.fields()
        .put("read_at", Value.of(proof.readAt()))
        .put("calls", Value.texts(proof.calls()))
        .put("evidence", proof.evidence())
        .build();
  }
}
