package dev.hammer.app.history;

import dev.hammer.core.check.Severity;
import dev.hammer.core.scan.Scan;
import java.util.List;

/**
 * What changed between two scans, whoever changed it.
 *
 * @param differences the worst first within each kind
 * @param isCoverageKnown whether both scans say what they read; those of older releases do not
 * @param lost what is no longer covered
 * @param gained how many units are covered now that were not: what is new there may be old
 */
public record Diff(
    Scan from,
    Scan to,
    List<Difference> differences,
    boolean isCoverageKnown,
    List<Lost> lost,
    int gained) {
  public Diff {
    differences = List.copyOf(differences);
    lost = List.copyOf(lost);
  }

  public List<Difference> of(Difference.Kind kind) {
    return differences.stream().filter(difference -> difference.kind() == kind).toList();
  }

  /** Whether a fault of that severity or worse is new or back. */
  public boolean hasNews(Severity severity) {
    return differences.stream()
        .filter(difference -> difference.kind().isNews())
        .anyMatch(difference -> difference.severity().isAtLeast(severity));
  }
}
