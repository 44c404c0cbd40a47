package dev.hammer.app.record;

import dev.hammer.app.issues.Books;
import dev.hammer.app.issues.Dossier;
import dev.hammer.core.value.Value;
import java.util.List;

/** Issues with their proof and history as every door shows them to machines. */
public final class ShowRecord {
  private ShowRecord() {}

  /**
   * The public form of some dossiers.
   *
   * @param each makes the record of one issue
   */
  public static Value.Fields of(List<Dossier> dossiers, Books books, IssueRecord each) {
    return Value.fields()
        .put("schema", "hammer/show/1")
        .put("generated_at", Value.of(books.now()))
        .put("coverage", IssuesRecord.coverage(books))
        .put("items", Value.items(dossiers.stream().map(d -> item(d, each)).toList()))
        .build();
  }

  private static Value item(Dossier dossier, IssueRecord each) {
    return Value.fields()
        .put("issue", each.of(dossier.issue()))
        .put("proof", dossier.proof().<Value>map(HistoryRecord::of).orElse(Value.absent()))
        .put("history", Value.items(dossier.history().stream().map(HistoryRecord::of).toList()))
        .build();
  }
}
