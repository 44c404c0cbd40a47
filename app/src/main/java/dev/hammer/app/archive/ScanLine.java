package dev.hammer.app.archive;

import dev.hammer.core.scan.Scan;
import dev.hammer.core.value.Value;
import java.util.Locale;

/** A scan as a line of an archive. */
final class ScanLine {
  static final String TYPE = "scan";

  private ScanLine() {}

  static Value.Fields write(Scan scan) {
    return Value.fields()
        .put(Line.TYPE, TYPE)
        .put("id", scan.id())
        .put("started", Value.of(scan.started()))
        .put("ended", Value.instant(scan.ended()))
        .put("outcome", scan.outcome().word())
        .put("whole", scan.whole())
        .put("config_hash", scan.configHash())
        .put("identity", scan.identity())
        .put("figures", scan.figures())
        .build();
  }

  static Scan read(Line line) {
    return new Scan(
        line.text("id"),
        line.instant("started"),
        line.optionalInstant("ended"),
        line.as("outcome", word -> Scan.Outcome.valueOf(word.toUpperCase(Locale.ROOT))),
        line.flag("whole"),
        line.text("config_hash"),
        line.text("identity"),
        line.object("figures"));
  }
}
