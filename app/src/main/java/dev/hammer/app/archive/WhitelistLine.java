package dev.hammer.app.archive;

import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.WhitelistEntry;

/** An accepted risk as a line of an archive. */
final class WhitelistLine {
  static final String TYPE = "whitelist";

  private WhitelistLine() {}

  static Value.Fields write(WhitelistEntry entry) {
    return Value.fields()
        .put(Line.TYPE, TYPE)
        .put("id", entry.id())
        .put("check", entry.check())
        .put("account", entry.account())
        .put("resource", entry.resource())
        .put("reason", entry.reason())
        .put("owner", entry.owner())
        .put("ticket", Value.text(entry.ticket()))
        .put("created", Value.of(entry.created()))
        .put("expires", Value.instant(entry.expires()))
        .put("source", entry.source())
        .build();
  }

  static WhitelistEntry read(Line line) {
    return new WhitelistEntry(
        line.text("id"),
        line.text("check"),
        line.text("account"),
        line.text("resource"),
        line.text("reason"),
        line.text("owner"),
        line.optional("ticket"),
        line.instant("created"),
        line.optionalInstant("expires"),
        line.text("source"));
  }
}
