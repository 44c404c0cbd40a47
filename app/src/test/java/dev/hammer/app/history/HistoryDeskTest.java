package dev.hammer.app.history;

import static dev.hammer.app.Estate.MAIN;
import static dev.hammer.app.Estate.WEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.Estate;
import dev.hammer.app.Office;
import dev.hammer.app.scan.ScanRequest;
import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.HistoryQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryDeskTest {
  @TempDir private Path folder;
  private final Estate estate = new Estate();
  private Office office = new Office(Path.of("target"), estate);

  /** A bucket that was mended after two days, and a queue that nobody mends. */
  @BeforeEach
  void live() {
    office = new Office(folder, estate);
    estate.plainBucket(MAIN, "logs").openQueue(MAIN, WEST, "jobs");
    office.scan(ScanRequest.WHOLE);
    office.clock().advance(Duration.ofDays(2));
    estate.encryptedBucket(MAIN, "logs");
    office.scan(ScanRequest.WHOLE);
    office.clock().advance(Duration.ofDays(2));
  }

  @AfterEach
  void close() {
    office.close();
    estate.close();
  }

  @Test
  void everythingComesTheLatestFirst() {
    assertThat(list(List.of(), HistoryQuery.ALL, 9))
        .extracting(HistoryEntry::kind)
        .containsExactly(EventKind.RESOLVED, EventKind.FOUND, EventKind.FOUND);
  }

  @Test
  void oneWordNamesAnIssue() {
    for (String name :
        List.of("logs", "arn:aws:s3:::logs", office.issue("logs").key().toString(), ref("logs"))) {
      assertThat(list(List.of(name), HistoryQuery.ALL, 9))
          .as(name)
          .extracting(HistoryEntry::kind)
          .containsExactly(EventKind.RESOLVED, EventKind.FOUND);
    }
    assertThat(list(List.of(Estate.queueUrl(MAIN, WEST, "jobs")), HistoryQuery.ALL, 9)).hasSize(1);
    assertThatThrownBy(() -> desk().subject(List.of("nothing")))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(CommandFailure.Kind.NOT_FOUND));
  }

  @Test
  void aFilterSelectsIssuesOfAnyStatusUnlessItNamesOne() {
    assertThat(list(List.of("check:s3_encryption"), HistoryQuery.ALL, 9)).hasSize(2);
    assertThat(list(List.of("check:s3_encryption", "is:open"), HistoryQuery.ALL, 9)).isEmpty();
    assertThat(list(List.of("is:open"), HistoryQuery.ALL, 9)).hasSize(1);
    assertThat(list(List.of("-check:s3_encryption"), HistoryQuery.ALL, 9)).hasSize(1);
    assertThatThrownBy(() -> desk().subject(List.of("sevrity:high")))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(CommandFailure.Kind.USAGE));
  }

  @Test
  void aLimitSaysWhetherThereIsMore() {
    List<HistoryEntry> entries = new ArrayList<>();
    assertThat(desk().list(desk().subject(List.of()), HistoryQuery.ALL, 3, entries::add)).isFalse();
    assertThat(desk().list(desk().subject(List.of()), HistoryQuery.ALL, 2, entries::add)).isTrue();
    assertThat(desk().list(desk().subject(List.of("logs")), HistoryQuery.ALL, 1, entries::add))
        .isTrue();
    assertThat(entries).hasSize(6);
  }

  @Test
  void aQueryNarrowsOneIssueAndAllAlike() {
    HistoryQuery found = HistoryQuery.ALL.withKinds(Set.of(EventKind.FOUND));
    assertThat(list(List.of(), found, 9)).hasSize(2);
    assertThat(list(List.of("logs"), found, 9)).hasSize(1);
    assertThat(list(List.of("check:s3_*"), found, 9)).hasSize(1);
  }

  @Test
  void figuresAreMediansOfAgesAndOfTimesToResolve() {
    LifeFigures figures = figures(Instant.EPOCH);

    LifeFigure queue = new LifeFigure(1, Optional.of(ago(4, 1)), 0, Optional.empty());
    LifeFigure bucket = new LifeFigure(0, Optional.empty(), 1, Optional.of(ago(2, 1)));
    assertThat(figures.bySeverity().firstKey()).isEqualTo(Severity.CRITICAL);
    assertThat(figures.bySeverity())
        .containsEntry(Severity.CRITICAL, queue)
        .containsEntry(Severity.MEDIUM, bucket)
        .hasSize(2);
    assertThat(figures.byCheck())
        .containsEntry("sqs_public_access", queue)
        .containsEntry("s3_encryption", bucket)
        .hasSize(2);
    assertThat(figures.all()).isEqualTo(new LifeFigure(1, queue.age(), 1, bucket.timeToResolve()));
  }

  @Test
  void whatWasResolvedBeforeTheTimeThatIsLookedAtDoesNotCount() {
    LifeFigures figures = figures(office.clock().instant().minus(Duration.ofDays(1)));
    assertThat(figures.byCheck()).containsOnlyKeys("sqs_public_access");
    assertThat(figures.all().resolved()).isZero();
  }

  @Test
  void momentsAreAgesAndDates() {
    Instant now = Instant.parse("2026-11-24T08:00:00Z");
    assertThat(When.parse("--since", "90m", now)).isEqualTo("2026-11-24T06:30:00Z");
    assertThat(When.parse("--since", "2w", now)).isEqualTo("2026-11-10T08:00:00Z");
    assertThat(When.parse("--since", "2026-11-01", now)).isEqualTo("2026-11-01T00:00:00Z");
    assertThat(When.parse("--since", "2026-11-01T05:00:00Z", now))
        .isEqualTo("2026-11-01T05:00:00Z");
    for (String wrong : List.of("", "7", "7y", "2026-02-30", "yesterday", "-7d")) {
      assertThatThrownBy(() -> When.parse("--since", wrong, now))
          .as(wrong)
          .isInstanceOf(CommandFailure.class)
          .hasMessageContaining("--since");
    }
  }

  private HistoryDesk desk() {
    return new HistoryDesk(office.store(), office.books());
  }

  private List<HistoryEntry> list(List<String> words, HistoryQuery query, int limit) {
    List<HistoryEntry> entries = new ArrayList<>();
    var _ = desk().list(desk().subject(words), query, limit, entries::add);
    return entries;
  }

  private LifeFigures figures(Instant since) {
    return LifeFigures.of(office.store(), office.books(), new Subject.Everything(), since);
  }

  private String ref(String name) {
    return office.issue(name).ref().shown();
  }

  /** Each scan begins a minute after the one before. */
  private static Duration ago(long days, long scans) {
    return Duration.ofDays(days).plus(Duration.ofMinutes(scans));
  }
}
