package dev.hammer.app.scan;

import dev.hammer.core.check.Severity;
import java.util.Optional;

/**
 * Whether a pipeline may go on after a scan.
 *
 * @param failOn open issues of at least this severity fail
 * @param failOnNew new or back issues of at least this severity fail
 * @param minCoverage per cent of the units that must be complete; where not given, all of them as
 *     soon as one of the others is
 */
public record ScanGate(
    Optional<Severity> failOn, Optional<Severity> failOnNew, Optional<Double> minCoverage) {

  /** Whether the scan is too incomplete to be relied on. */
  public boolean isIncomplete(ScanReport report) {
    boolean asked = failOn.isPresent() || failOnNew.isPresent() || minCoverage.isPresent();
    boolean lacks =
        report.coverage().percent() < minCoverage.orElse(100.0)
            || !report.plan().roster().isWhole();
    return report.isBroken() || (asked && lacks);
  }

  /** Whether there are issues that must not be there. */
  public boolean isShut(ScanReport report) {
    return failOn.filter(s -> open(report, s) > 0).isPresent()
        || failOnNew.filter(s -> fresh(report, s) > 0).isPresent();
  }

  private static long open(ScanReport report, Severity atLeast) {
    return report.counts().entrySet().stream()
        .filter(entry -> entry.getKey().isAtLeast(atLeast))
        .mapToLong(entry -> entry.getValue().open())
        .sum();
  }

  private static long fresh(ScanReport report, Severity atLeast) {
    return report.counts().entrySet().stream()
        .filter(entry -> entry.getKey().isAtLeast(atLeast))
        .mapToLong(entry -> entry.getValue().fresh() + entry.getValue().back())
        .sum();
  }
}
