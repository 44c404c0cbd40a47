package dev.hammer.testing.store;

import static dev.hammer.testing.store.IssueBuilder.FOUND;
import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Reporting;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Identification and reporting never write each other's fields. */
abstract class OwnershipContract extends OpenStore {
  private static final Instant REPORTED = FOUND.plusSeconds(600).plusNanos(7);
  private static final Reporting TICKET =
      new Reporting(
          Optional.of(REPORTED),
          Optional.empty(),
          Value.fields()
              .put("ticket", "SEC-1")
              .put("owner", "lea '; -- \uD83D\uDD28")
              .put("public", true)
              .put("product", Value.absent())
              .build());

  @Test
  void reportingIsKeptAsItIs() {
    Issue open = insert(issue("a"));

    Issue reported = report(open, Status.OPEN, TICKET);

    assertThat(reported).isEqualTo(IssueBuilder.from(open).reporting(TICKET).version(2).build());
    assertThat(texts(open.key())).containsExactly("found", "reported");
    reopen();
    assertThat(stored(open.key())).isEqualTo(reported);
  }

  @Test
  void reportingWritesNothingOfIdentification() {
    Issue open = insert(issue("a"));
    Issue imagined =
        IssueBuilder.from(open)
            .severity(Severity.INFO)
            .summary("imagined")
            .resource(r -> r.withArn("imagined"))
            .observedAt(REPORTED)
            .event(EventKind.REPORTED, REPORTED)
            .life(9)
            .build();

    report(imagined, Status.OPEN, TICKET);

    assertThat(stored(open.key()))
        .isEqualTo(IssueBuilder.from(open).reporting(TICKET).version(2).build());
    assertThat(store.proof(open.key())).contains(Changes.proof(open));
  }

  @Test
  void reportingMayClose() {
    Issue resolved = insert(issue("a").resolved(REPORTED));
    Reporting closing =
        new Reporting(TICKET.reported(), Optional.of(REPORTED.plusSeconds(1)), TICKET.ticket());

    Issue closed = report(resolved, Status.CLOSED, closing);

    assertThat(closed.status()).isEqualTo(Status.CLOSED);
    assertThat(closed.reporting()).isEqualTo(closing);
    assertThat(closed.timestamps()).isEqualTo(resolved.timestamps());
    assertThat(store.live(SliceBuilder.BUCKETS)).isEmpty();
  }

  @Test
  void identificationLeavesReportingAlone() {
    Issue reported = report(insert(issue("a")), Status.OPEN, TICKET);
    Issue forgetful = IssueBuilder.after(reported).summary("new").reporting(Reporting.NONE).build();

    change(reported, forgetful);

    assertThat(stored(reported.key()))
        .isEqualTo(IssueBuilder.from(forgetful).reporting(TICKET).build());
  }

  @Test
  void identificationCannotInventReporting() {
    Issue open = insert(issue("a"));
    Issue inventive = IssueBuilder.after(open).summary("new").reporting(TICKET).build();

    change(open, inventive);

    assertThat(stored(open.key()).reporting()).isEqualTo(Reporting.NONE);
  }

  @Test
  void aNewLifeStartsUnreported() {
    Issue closed = report(insert(issue("a").resolved(REPORTED)), Status.CLOSED, TICKET);
    Issue reborn =
        IssueBuilder.after(closed)
            .status(Status.OPEN)
            .life(2)
            .event(EventKind.BACK, REPORTED)
            .reporting(Reporting.NONE)
            .build();

    change(closed, reborn);

    assertThat(stored(closed.key())).isEqualTo(reborn);
    assertThat(texts(closed.key())).containsExactly("found", "reported", "changed");
  }

  @Test
  void aReopenedIssueKeepsItsTicket() {
    Issue resolved = report(insert(issue("a").resolved(REPORTED)), Status.RESOLVED, TICKET);
    Issue back = IssueBuilder.after(resolved).status(Status.OPEN).reporting(Reporting.NONE).build();

    change(resolved, back);

    assertThat(stored(resolved.key()).reporting()).isEqualTo(TICKET);
  }

  @Test
  void aReportOnAnOldVersionIsAConflict() {
    Issue open = insert(issue("a"));
    Issue changed = change(open, IssueBuilder.after(open).summary("new").build());

    assertThat(store.report(open, Status.CLOSED, TICKET, reported(open))).isEqualTo(conflict(open));

    assertThat(stored(open.key())).isEqualTo(changed);
    assertThat(texts(open.key())).containsExactly("found", "changed");
  }

  @Test
  void aReportOnNothingIsAConflict() {
    Issue never = issue("a").build();

    assertThat(store.report(never, Status.OPEN, TICKET, reported(never)))
        .isEqualTo(conflict(never));

    assertThat(store.issues(List.of(never.key()))).isEmpty();
  }

  @Test
  void reportAndScanAtTheSameTimeBothSurvive() {
    Issue open = insert(issue("a"));
    report(open, Status.OPEN, TICKET);
    Issue stale = IssueBuilder.after(open).severity(Severity.LOW).build();
    assertThat(apply(Changes.change(open, stale))).isEqualTo(conflict(open));

    Issue again = stored(open.key());
    change(again, IssueBuilder.after(again).severity(Severity.LOW).build());

    Issue end = stored(open.key());
    assertThat(end.reporting()).isEqualTo(TICKET);
    assertThat(end.finding().severity()).isEqualTo(Severity.LOW);
    assertThat(end.version()).isEqualTo(3);
  }

  private Issue report(Issue before, Status status, Reporting reporting) {
    Stored result = store.report(before, status, reporting, reported(before));
    assertThat(result).isEqualTo(APPLIED);
    return stored(before.key());
  }

  private static HistoryEntry reported(Issue issue) {
    return new HistoryEntry(
        issue.key(),
        REPORTED,
        EventKind.REPORTED,
        "reporting",
        Optional.empty(),
        "reported",
        Value.Fields.NONE,
        Value.fields().put("ticket", "SEC-1").build());
  }
}
