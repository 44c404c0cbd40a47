package dev.hammer.core.issue;

import dev.hammer.core.value.Value;
import java.util.Optional;

/** Makes history entries: status, severity and details before and after. */
final class HistoryText {
  private HistoryText() {}

  static HistoryEntry entry(
      Optional<Issue> before, Issue after, String actor, Optional<String> scanId, String text) {
    return new HistoryEntry(
        after.key(),
        after.eventAt(),
        after.event(),
        actor,
        scanId,
        text,
        before.map(HistoryText::state).orElse(Value.Fields.NONE),
        state(after));
  }

  private static Value.Fields state(Issue issue) {
    return Value.fields()
        .put("status", issue.status().word())
        .put("severity", issue.finding().severity().word())
        .put("summary", issue.finding().summary())
        .put("latent", issue.finding().latent())
        .put("life", issue.life())
        .put("issue_details", issue.finding().details())
        .put("ticket", issue.reporting().ticket())
        .build();
  }
}
