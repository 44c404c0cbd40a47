package dev.hammer.app.archive;

import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.AccountScope;
import dev.hammer.core.whitelist.TagScope;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.core.whitelist.WhitelistScope;

/** An accepted risk as a line of an archive. */
final class WhitelistLine {
  static final String TYPE = "whitelist";

  private WhitelistLine() {}

  static Value.Fields write(WhitelistEntry entry) {
    return Value.fields()
        .put(Line.TYPE, TYPE)
        .put("id", entry.id())
        .put("check", entry.scope().check())
        .put("account", entry.scope().accounts().toString())
        .put("resource", entry.scope().resource())
        .put("tags", entry.scope().tags().toValue())
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
        new WhitelistScope(
            line.text("check"),
            AccountScope.parse(line.text("account")),
            line.text("resource"),
            line.optionalLine("tags").map(l -> TagScope.read(l.fields())).orElse(TagScope.ANY)),
        line.text("reason"),
        line.text("owner"),
        line.optional("ticket"),
        line.instant("created"),
        line.optionalInstant("expires"),
        line.text("source"));
  }
}
