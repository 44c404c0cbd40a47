package dev.hammer.app.issues;

import dev.hammer.core.check.Severity;
import java.util.Optional;

/**
 * What is known of selected issues without holding them.
 *
 * @param selected how many there are
 * @param unverified how many of them the last planned look could not decide
 * @param worst absent if there is none
 */
public record IssueTotals(long selected, long unverified, Optional<Severity> worst) {
  /** Whether one of them is at least so severe. */
  public boolean reaches(Severity severity) {
    return worst.filter(w -> w.isAtLeast(severity)).isPresent();
  }
}
