package dev.hammer.app.issues;

import dev.hammer.core.check.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of selected issues without holding them.
 *
 * @param bySeverity how many there are of each severity; those without any are left out
 * @param unverified how many of them the last planned look could not decide
 */
public record IssueTotals(Map<Severity, Long> bySeverity, long unverified) {
  public static final IssueTotals NONE = new IssueTotals(Map.of(), 0);

  public IssueTotals {
    Map<Severity, Long> copy = new EnumMap<>(Severity.class);
    copy.putAll(bySeverity);
    bySeverity = Collections.unmodifiableMap(copy);
  }

  /** How many there are. */
  public long selected() {
    return bySeverity.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The worst severity; absent if there is none. */
  public Optional<Severity> worst() {
    return bySeverity.keySet().stream().max(Severity::compareTo);
  }

  /** Whether one of them is at least so severe. */
  public boolean reaches(Severity severity) {
    return worst().filter(w -> w.isAtLeast(severity)).isPresent();
  }
}
