package dev.hammer.app.record;

import dev.hammer.app.issues.Books;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.Optional;

/** What happened to issues, as every door shows it to machines. */
public final class HistoryListRecord {
  public static final String SCHEMA = "hammer/history/1";

  private HistoryListRecord() {}

  /** What the list is of. */
  public static Value.Fields head(Books books, String query, Optional<Instant> since) {
    return Value.fields()
        .put("schema", SCHEMA)
        .put("generated_at", Value.of(books.now()))
        .put("query", query)
        .put("since", Value.instant(since))
        .build();
  }

  /** One change, with the issue it is of. */
  public static Value.Fields of(HistoryEntry entry, Books books) {
    IssueKey key = entry.key();
    Value.Builder fields =
        Value.fields()
            .put("ref", key.ref().text())
            .put("check", key.check())
            .put("account_id", key.account().id())
            .put("account_name", books.accountName(key.account()))
            .put("issue_id", key.issueId());
    HistoryRecord.of(entry).fields().forEach(fields::add);
    return fields.build();
  }
}
