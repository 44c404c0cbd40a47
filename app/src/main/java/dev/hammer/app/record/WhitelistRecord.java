package dev.hammer.app.record;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.WhitelistEntry;

/** An entry of the whitelist as every door shows it to machines. */
public final class WhitelistRecord {
  private WhitelistRecord() {}

  /** The public form of an entry. */
  public static Value.Fields of(WhitelistEntry entry) {
    return Value.fields()
        .put("id", entry.id())
        .put("check", entry.scope().check())
        .put("account_id", entry.scope().accounts().toString())
        .put("resource", entry.scope().resource())
        .put("tags", entry.scope().tags().toValue())
        .put("too_broad", entry.scope().isTooBroad())
        .put("reason", entry.reason())
        .put("owner", entry.owner())
        .put("ticket", Value.text(entry.ticket()))
        .put("created", Value.of(entry.created()))
        .put("expires", Value.instant(entry.expires()))
        .put("source", entry.source())
        .build();
  }

  /** An issue in passing, where an entry is the matter. */
  static Value.Fields issue(Issue issue) {
    return Value.fields()
        .put("ref", issue.ref().text())
        .put("check", issue.key().check())
        .put("account_id", issue.key().account().id())
        .put("issue_id", issue.key().issueId())
        .put("status", issue.status().word())
        .build();
  }
}
