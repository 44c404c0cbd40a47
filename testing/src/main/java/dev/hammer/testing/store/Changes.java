package dev.hammer.testing.store;

import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Proof;
import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Optional;

/** Makes changes of issues with history and proof that tell one change from another. */
public final class Changes {
  private Changes() {}

  /** A first write. */
  public static Change born(Issue issue) {
    return new Change(
        Optional.empty(), issue, Optional.of(entry(issue, "found")), Optional.of(proof(issue)));
  }

  /** A write that replaces the proof. */
  public static Change change(Issue before, Issue after) {
    return new Change(
        Optional.of(before),
        after,
        Optional.of(entry(after, "changed")),
        Optional.of(proof(after)));
  }

  /** A write that leaves history and proof as they are. */
  public static Change quiet(Issue before, Issue after) {
    return new Change(Optional.of(before), after, Optional.empty(), Optional.empty());
  }

  /** A history entry about what happened to the issue last. */
  public static HistoryEntry entry(Issue issue, String text) {
    return new HistoryEntry(
        issue.key(),
        issue.eventAt(),
        issue.event(),
        "identification",
        issue.eventScan(),
        text,
        Value.Fields.NONE,
        Value.fields()
            .put("status", issue.status().word())
            .put("life", issue.life())
            .put("issue_details", issue.finding().details())
            .build());
  }

  /** Evidence that names the version it came with. */
  public static Proof proof(Issue issue) {
    return new Proof(
        issue.observedAt(),
        List.of("s3:ListBuckets", "s3:GetBucketAcl"),
        Value.fields()
            .put("seen", issue.version())
            .put("summary", issue.finding().summary())
            .build());
  }
}
