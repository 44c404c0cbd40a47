package dev.hammer.app.record;

import dev.hammer.app.issues.IssueListing;
import dev.hammer.app.scan.ScanReport;
import dev.hammer.core.value.Value;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The demo as every door shows it to machines. */
public final class DemoRecord {
  private DemoRecord() {}

  /** A demo that runs and was just scanned. */
  public static Value.Fields running(
      URI endpoint, List<String> accounts, ScanReport report, IssueListing open, IssueRecord each) {
    return head(open.books().now(), true)
        .put("endpoint", endpoint.toString())
        .put("accounts", Value.texts(accounts))
        .put("coverage", CoverageRecord.of(report.coverage(), Optional.of(report.scan().id())))
        .put("items", Value.items(open.issues().stream().map(each::of).toList()))
        .build();
  }

  /** No demo runs. */
  public static Value.Fields stopped(InstantSource clock) {
    return head(clock.instant(), false).put("endpoint", Value.absent()).build();
  }

  private static Value.Builder head(Instant now, boolean running) {
    return Value.fields()
        .put("schema", "hammer/demo/1")
        .put("generated_at", Value.of(now))
        .put("running", running);
  }
}
