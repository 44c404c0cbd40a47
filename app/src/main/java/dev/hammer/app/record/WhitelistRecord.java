package dev.hammer.app.record;

import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.WhitelistEntry;

/** An entry of the whitelist as every door shows it to machines. */
public final class WhitelistRecord {
  private WhitelistRecord() {}

  /** The public form of an entry. */
  public static Value.Fields of(WhitelistEntry entry) {
    return Value.fields()
        .put("id", entry.id())
        .put("check", entry.check())
        .put("account_id", entry.account())
        .put("resource", entry.resource())
        .put("reason", entry.reason())
        .put("owner", entry.owner())
        .put("ticket", Value.text(entry.ticket()))
        .put("created", Value.of(entry.created()))
        .put("expires", Value.instant(entry.expires()))
        .put("source", entry.source())
        .build();
  }
}
