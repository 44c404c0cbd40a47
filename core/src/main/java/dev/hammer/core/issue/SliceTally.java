package dev.hammer.core.issue;

import dev.hammer.core.check.Severity;
import dev.hammer.core.scan.Slice;
import java.util.Map;

/**
 * How many issues of a slice a query finds.
 *
 * @param issues how many of each severity; severities without any are left out
 */
public record SliceTally(Slice slice, Map<Severity, Long> issues) {
  public SliceTally {
    issues = Map.copyOf(issues);
  }

  /** How many of any severity. */
  public long total() {
    return issues.values().stream().mapToLong(Long::longValue).sum();
  }
}
