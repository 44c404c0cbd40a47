package dev.hammer.app.record;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.Whitelist;
import dev.hammer.core.whitelist.WhitelistEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Entries of the whitelist, and what became of issues by them, as every door shows machines. */
public final class WhitelistListRecord {
  private WhitelistListRecord() {}

  /**
   * The public form of entries.
   *
   * @param accepted how many issues each entry accepts now, by its id
   * @param changed the issues whose status changed with them
   */
  public static Value.Fields of(
      List<WhitelistEntry> entries, Map<String, Long> accepted, List<Issue> changed, Instant now) {
    return Value.fields()
        .put("schema", "hammer/whitelist/1")
        .put("generated_at", Value.of(now))
        .put("items", Value.items(entries.stream().map(e -> item(e, accepted, now)).toList()))
        .put("expiring", expiring(new Whitelist(entries), now))
        .put("changed", Value.items(changed.stream().map(WhitelistRecord::issue).toList()))
        .build();
  }

  /** The ids of entries that end soon, the first to end first. */
  public static Value expiring(Whitelist whitelist, Instant now) {
    return Value.texts(
        whitelist.ending(WhitelistEntry.SOON, now).stream().map(WhitelistEntry::id).toList());
  }

  private static Value.Fields item(WhitelistEntry entry, Map<String, Long> accepted, Instant now) {
    return WhitelistRecord.of(entry)
        .with("state", Value.text(entry.isActive(now) ? "active" : "expired"))
        .with("issues", Value.of(accepted.getOrDefault(entry.id(), 0L)));
  }
}
