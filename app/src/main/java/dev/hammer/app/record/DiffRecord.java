package dev.hammer.app.record;

import dev.hammer.app.history.Diff;
import dev.hammer.app.history.Difference;
import dev.hammer.app.history.Lost;
import dev.hammer.app.issues.Books;
import dev.hammer.app.scan.Remedies;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.value.Value;

/** What changed between two scans, as every door shows it to machines. */
public final class DiffRecord {
  private DiffRecord() {}

  /**
   * The public form of a comparison.
   *
   * @param each makes the record of one issue
   */
  public static Value.Fields of(Diff diff, Books books, IssueRecord each) {
    Value.Builder counts = Value.fields();
    for (Difference.Kind kind : Difference.Kind.values()) {
      counts.put(kind.word(), diff.of(kind).size());
    }
    return Value.fields()
        .put("schema", "hammer/diff/1")
        .put("generated_at", Value.of(books.now()))
        .put("from", scan(diff.from()))
        .put("to", scan(diff.to()))
        .put("counts", counts.build())
        .put(
            "items",
            Value.items(diff.differences().stream().map(one -> difference(one, each)).toList()))
        .put(
            "no_longer_covered",
            diff.isCoverageKnown()
                ? Value.items(diff.lost().stream().map(one -> lost(one, books)).toList())
                : Value.absent())
        .put(
            "newly_covered_units",
            diff.isCoverageKnown() ? Value.of(diff.gained()) : Value.absent())
        .build();
  }

  private static Value.Fields scan(Scan scan) {
    return Value.fields()
        .put("id", scan.id())
        .put("started", Value.of(scan.started()))
        .put("ended", Value.instant(scan.ended()))
        .put("outcome", scan.outcome().word())
        .put("whole", scan.whole())
        .build();
  }

  private static Value difference(Difference one, IssueRecord each) {
    return Value.fields()
        .put("change", one.kind().word())
        .put("severity", one.severity().word())
        .put("last", HistoryRecord.of(one.last()))
        .put("issue", each.of(one.issue()))
        .build();
  }

  private static Value lost(Lost lost, Books books) {
    return Value.fields()
        .put("account_id", lost.unit().account().id())
        .put("account_name", books.accountName(lost.unit().account()))
        .put("region", IssueRecord.region(lost.unit().region()))
        .put("service", lost.unit().service())
        .put("action", Value.text(lost.why().flatMap(Remedies::action)))
        .put("detail", Value.text(lost.why().map(ReadFailure::detail)))
        .build();
  }
}
