package dev.hammer.core.issue;

import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.value.Value;
import java.util.List;

/**
 * What identification saw last: the fault, how bad, and why.
 *
 * @param contextUnread IAM actions of what would have graded the severity but could not be read
 */
public record Finding(
    Severity severity,
    String summary,
    String reason,
    Value.Fields details,
    boolean latent,
    List<String> contextUnread) {

  public Finding {
    contextUnread = contextUnread.stream().distinct().sorted().toList();
  }

  static Finding of(Verdict.Violating verdict) {
    return new Finding(
        verdict.severity(),
        verdict.summary(),
        verdict.reason(),
        verdict.details(),
        verdict.latent(),
        verdict.contextUnread().stream()
            .map(ReadFailure::call)
            .map(call -> call.action())
            .toList());
  }

  /** Whether this, freshly seen, is news beside the stored one: severity or significant details. */
  boolean isNewsBeside(Finding stored) {
    return severity != stored.severity
        || latent != stored.latent
        || details.isNewsBeside(stored.details);
  }
}
