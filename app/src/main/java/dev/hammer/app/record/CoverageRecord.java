package dev.hammer.app.record;

import dev.hammer.core.scan.Coverage;
import dev.hammer.core.value.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** Coverage as it stands beside every claim. */
public final class CoverageRecord {
  private CoverageRecord() {}

  /**
   * The public form of a coverage.
   *
   * @param scanId the scan it comes from, or the latest one it includes
   */
  public static Value.Fields of(Coverage coverage, Optional<String> scanId) {
    return Value.fields()
        .put("scan_id", Value.text(scanId))
        .put("as_of", Value.instant(coverage.asOf()))
        .put("percent", Value.of(BigDecimal.valueOf(coverage.percent())))
        .put("units", coverage.units())
        .put("complete", coverage.complete())
        .put("partial", coverage.partial())
        .put("failed", coverage.failed())
        .put(
            "resources",
            Value.fields()
                .put("judged", coverage.judged())
                .put("unknown", coverage.unknown())
                .build())
        .build();
  }
}
