package dev.hammer.app.takeover;

import dev.hammer.core.issue.Chronicle;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Proof;
import dev.hammer.core.issue.Status;
import dev.hammer.core.value.Value;
import dev.hammer.stores.dynamodb.PredecessorItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the predecessor's item tells of an issue's past, as history; the item itself, whole, as its
 * proof, so that nothing it says is lost. The same item always tells the same.
 */
record Past(String table) {
  private static final String ACTOR = "predecessor";

  Chronicle of(Issue issue, PredecessorItem item) {
    List<HistoryEntry> history = new ArrayList<>();
    Instant identified = issue.timestamps().identified();
    history.add(entry(issue, identified, EventKind.FOUND, Status.OPEN, foundText(item)));
    issue
        .reporting()
        .reported()
        .ifPresent(
            at -> history.add(entry(issue, at, EventKind.REPORTED, Status.OPEN, ticket(issue))));
    issue
        .timestamps()
        .resolved()
        .ifPresent(
            at -> history.add(entry(issue, at, EventKind.RESOLVED, Status.RESOLVED, "resolved")));
    issue
        .reporting()
        .closed()
        .ifPresent(
            at -> history.add(entry(issue, at, EventKind.REPORTED, Status.CLOSED, "closed")));
    history.sort(Comparator.comparing(HistoryEntry::at));
    Proof proof =
        new Proof(
            issue.observedAt(),
            List.of("dynamodb:Scan"),
            Value.fields().put("table", table).put("item", item.item()).build());
    return new Chronicle(stored(issue), Optional.of(proof), history);
  }

  /** What is stored has a version. */
  private static Issue stored(Issue issue) {
    return new Issue(
        issue.key(),
        issue.unitRegion(),
        issue.resource(),
        issue.tags(),
        issue.status(),
        issue.finding(),
        issue.timestamps(),
        issue.observedAt(),
        issue.life(),
        issue.whitelistId(),
        issue.event(),
        issue.eventAt(),
        issue.eventScan(),
        issue.reporting(),
        Math.max(1, issue.version()));
  }

  private String foundText(PredecessorItem item) {
    String odd = item.oddities().isEmpty() ? "" : "; " + String.join(", ", item.oddities());
    return "taken over from the table " + table + odd;
  }

  private static String ticket(Issue issue) {
    return issue
        .reporting()
        .ticket()
        .text("ticket")
        .map(key -> "reported as " + key)
        .orElse("reported");
  }

  private static HistoryEntry entry(
      Issue issue, Instant at, EventKind kind, Status after, String text) {
    return new HistoryEntry(
        issue.key(),
        at,
        kind,
        ACTOR,
        Optional.empty(),
        text,
        Value.Fields.NONE,
        Value.fields()
            .put("status", after.word())
            .put("severity", issue.finding().severity().word())
            .put("summary", issue.finding().summary())
            .put("life", issue.life())
            .build());
  }
}
