package dev.hammer.cli;

import static dev.hammer.cli.LookedAt.ACLS;
import static dev.hammer.cli.LookedAt.GROUPS;
import static dev.hammer.cli.LookedAt.POLICIES;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Store;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import dev.hammer.stores.sqlite.SqliteStore;
import dev.hammer.testing.store.IssueBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What two scans of two accounts leave, the second of which could not read policies any more. */
final class TwoScans {
  static final String FIRST = "s-1x2y3z4a";
  static final String SECOND = LookedAt.SCAN;
  static final Instant BEFORE = Instant.parse("2026-11-20T08:00:00Z");

  private static final Instant PERSON = Instant.parse("2026-11-22T10:30:00Z");
  private static final String EVERYTHING =
      """
      {"read":{"regions":["eu-west-1","global"],"groups":[
        {"accounts":["111111111111"],"services":{"s3":"2"}},
        {"accounts":["222222222222"],"services":{"ec2":"1"}}]}}
      """;
  private static final String WITHOUT_BUCKETS =
      """
      {"read":{"regions":["eu-west-1"],"groups":[
        {"accounts":["222222222222"],"services":{"ec2":"1"}}]}}
      """;

  private TwoScans() {}

  static Shell in(Shell shell) {
    LookedAt.in(
        shell,
        List.of(),
        LookedAt.denied(
            POLICIES, ApiCall.of("s3", "GetBucketPolicy", "s3:GetBucketPolicy"), "acme-exports"));
    try (Store store = SqliteStore.open(shell.storeFile(), shell.clock())) {
      store.end(scan(FIRST, BEFORE, Scan.Outcome.COMPLETE, EVERYTHING));
      store.end(scan(SECOND, LookedAt.SCANNED, Scan.Outcome.INCOMPLETE, WITHOUT_BUCKETS));
      Story.of("sg-0a1b2c3d", GROUPS, Severity.CRITICAL)
          .happens(EventKind.FOUND, LookedAt.SCANNED.plusSeconds(9), SECOND, "tcp 22 open to all")
          .store(store);
      Story.of("acme-www", ACLS, Severity.HIGH)
          .happens(EventKind.FOUND, BEFORE.plusSeconds(1), FIRST, "everyone may list acme-www")
          .happens(EventKind.WHITELISTED, PERSON, "", "accepted by w-3c4v5b6n: public web site")
          .store(store);
      Story.of("acme-old", ACLS, Severity.HIGH)
          .happens(EventKind.FOUND, BEFORE.plusSeconds(2), FIRST, "everyone may list acme-old")
          .happens(EventKind.RESOLVED, LookedAt.SCANNED.plusSeconds(3), SECOND, "gone")
          .store(store);
      Story.of("acme-exports", POLICIES, Severity.CRITICAL)
          .happens(EventKind.FOUND, BEFORE.plusSeconds(3), FIRST, "everyone may s3:GetObject")
          .store(store);
    }
    return LookedAt.accepting(shell, LookedAt.acceptance("acme-www"));
  }

  private static Scan scan(String id, Instant started, Scan.Outcome outcome, String figures) {
    return new Scan(
        id,
        started,
        Optional.of(started.plusSeconds(51)),
        outcome,
        true,
        "0".repeat(64),
        "arn:aws:iam::111111111111:user/lea",
        (Value.Fields) JsonText.parse(figures));
  }

  /** The life of one issue, event after event. */
  static final class Story {
    private final IssueBuilder builder;
    private final Severity severity;
    private Optional<Issue> before = Optional.empty();
    private final List<Change> changes = new ArrayList<>();

    private Story(IssueBuilder builder, Severity severity) {
      this.builder = builder;
      this.severity = severity;
    }

    static Story of(String id, Slice slice, Severity severity) {
      return new Story(LookedAt.bucket(id, slice).severity(severity), severity);
    }

    Story happens(EventKind kind, Instant at, String scan, String text) {
      IssueBuilder next = before.map(IssueBuilder::after).orElse(builder.identified(at));
      next.event(kind, at).eventScan(Optional.of(scan).filter(id -> !id.isEmpty()));
      String status =
          switch (kind) {
            case FOUND, BACK, CHANGED, UNWHITELISTED, REPORTED -> "open";
            case RESOLVED -> "resolved";
            case WHITELISTED -> "whitelisted";
          };
      if (kind == EventKind.RESOLVED) {
        next.resolved(at);
      }
      if (kind == EventKind.WHITELISTED) {
        next.whitelisted("w-3c4v5b6n");
      }
      Issue after = next.build();
      HistoryEntry entry =
          new HistoryEntry(
              after.key(),
              at,
              kind,
              scan.isEmpty() ? "lea@example.com" : "identification",
              after.eventScan(),
              text,
              before.map(issue -> state(issue.status().word())).orElse(Value.Fields.NONE),
              state(status));
      changes.add(new Change(before, after, Optional.of(entry), Optional.empty()));
      before = Optional.of(after);
      return this;
    }

    void store(Store store) {
      changes.forEach(change -> store.apply(Optional.empty(), List.of(change)));
    }

    private Value.Fields state(String status) {
      return Value.fields().put("status", status).put("severity", severity.word()).build();
    }
  }
}
