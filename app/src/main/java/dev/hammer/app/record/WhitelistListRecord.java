package dev.hammer.app.record;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.WhitelistEntry;
import java.time.Instant;
import java.util.List;

/** Entries of the whitelist, and what became of issues by them, as every door shows machines. */
public final class WhitelistListRecord {
  private WhitelistListRecord() {}

  /**
   * The public form of entries.
   *
   * @param changed the issues whose status changed with them
   */
  public static Value.Fields of(List<WhitelistEntry> entries, List<Issue> changed, Instant now) {
    return Value.fields()
        .put("schema", "hammer/whitelist/1")
        .put("generated_at", Value.of(now))
        .put("items", Value.items(entries.stream().map(entry -> item(entry, now)).toList()))
        .put("changed", Value.items(changed.stream().map(WhitelistListRecord::change).toList()))
        .build();
  }

  private static Value.Fields item(WhitelistEntry entry, Instant now) {
    return WhitelistRecord.of(entry)
        .with("state", Value.text(entry.isActive(now) ? "active" : "expired"));
  }

  private static Value.Fields change(Issue issue) {
    return Value.fields()
        .put("ref", issue.ref().text())
        .put("check", issue.key().check())
        .put("account_id", issue.key().account().id())
        .put("issue_id", issue.key().issueId())
        .put("status", issue.status().word())
        .build();
  }
}
