package dev.hammer.app.record;

import dev.hammer.app.whitelisting.Trial;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.WhitelistScope;
import java.time.Instant;
import java.util.List;

/** What entries match, or would match, as every door shows machines. */
public final class WhitelistTestRecord {
  private WhitelistTestRecord() {}

  /** The public form of trials. */
  public static Value.Fields of(List<Trial> trials, Instant now) {
    return Value.fields()
        .put("schema", "hammer/whitelist_test/1")
        .put("generated_at", Value.of(now))
        .put("items", Value.items(trials.stream().map(WhitelistTestRecord::item).toList()))
        .build();
  }

  private static Value.Fields item(Trial trial) {
    WhitelistScope scope = trial.scope();
    return Value.fields()
        .put("id", Value.text(trial.entry().map(entry -> entry.id())))
        .put("check", scope.check())
        .put("account_id", scope.accounts().toString())
        .put("resource", scope.resource())
        .put("tags", scope.tags().toValue())
        .put("too_broad", scope.isTooBroad())
        .put(
            "matches",
            Value.items(trial.matches().surely().stream().map(WhitelistRecord::issue).toList()))
        .put(
            "unknown",
            Value.items(trial.matches().untold().stream().map(WhitelistRecord::issue).toList()))
        .build();
  }
}
