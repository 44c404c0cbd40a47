package dev.hammer.app.history;

import static dev.hammer.app.Estate.DATA;
import static dev.hammer.app.Estate.MAIN;
import static dev.hammer.app.Estate.NORTH;
import static dev.hammer.app.Estate.WEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.Estate;
import dev.hammer.app.Office;
import dev.hammer.app.scan.ScanRequest;
import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.Unit;
import dev.hammer.core.value.Value;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  @TempDir private Path folder;
  private final Estate estate = new Estate();
  private Office office = new Office(Path.of("target"), estate);

  @BeforeEach
  void open() {
    office = new Office(folder, estate);
  }

  @AfterEach
  void close() {
    office.close();
    estate.close();
  }

  @Test
  void whatIsNewBackResolvedAndWhatStaysIsToldApart() {
    estate.plainBucket(MAIN, "returning").plainBucket(MAIN, "staying").openQueue(DATA, WEST, "q");
    scan();
    estate.encryptedBucket(MAIN, "returning");
    Scan before = scan();
    estate.plainBucket(MAIN, "returning").plainBucket(DATA, "fresh").closedQueue(DATA, WEST, "q");
    Scan after = scan();

    Diff diff = compare(before, after);

    assertThat(ids(diff, Difference.Kind.NEW)).containsExactly("fresh");
    assertThat(ids(diff, Difference.Kind.BACK)).containsExactly("returning");
    assertThat(ids(diff, Difference.Kind.RESOLVED))
        .containsExactly(Estate.queueUrl(DATA, WEST, "q"));
    assertThat(diff.differences()).hasSize(3);
    assertThat(diff.lost()).isEmpty();
    assertThat(diff.isCoverageKnown()).isTrue();
    assertThat(diff.hasNews(Severity.MEDIUM)).isTrue();
    assertThat(diff.hasNews(Severity.CRITICAL)).as("resolved is no news").isFalse();
  }

  @Test
  void whatCameAndWentInBetweenIsNoDifference() {
    Scan first = scan();
    estate.plainBucket(MAIN, "short");
    scan();
    estate.encryptedBucket(MAIN, "short");
    Scan last = scan();

    assertThat(compare(first, last).differences()).isEmpty();
  }

  @Test
  void whatIsNoLongerCoveredIsNamedWithItsReason() {
    Scan before = scan();
    estate
        .stub()
        .faults()
        .add(
            Fault.always("sqs", "ListQueues", FaultAnswer.denied())
                .inAccount(DATA.id())
                .inRegion(WEST));
    estate.enabling(MAIN, WEST);
    Scan after = scan();

    Diff diff = compare(before, after);

    assertThat(diff.lost())
        .extracting(Lost::unit)
        .containsExactly(
            new Unit(MAIN, Region.of(NORTH), "sqs"), new Unit(DATA, Region.of(WEST), "sqs"));
    assertThat(diff.lost().getFirst().why()).isEmpty();
    assertThat(diff.lost().getLast().why().orElseThrow().call().action())
        .isEqualTo("sqs:ListQueues");
    assertThat(diff.gained()).isZero();
  }

  @Test
  void whatWasNeverCoveredBeforeIsCounted() {
    estate.closing(DATA);
    Scan before = scan();
    estate.opening(DATA);

    Diff diff = compare(before, scan());

    assertThat(diff.gained()).isEqualTo(3);
    assertThat(diff.lost()).isEmpty();
  }

  @Test
  void whatPeopleDidInBetweenCountsAndWhatTheyDidAfterwardsDoesNot() {
    Scan before = scan();
    Instant between = office.clock().instant().plusSeconds(1);
    Scan after = scan();
    write("accepted", between, "open", "whitelisted", EventKind.WHITELISTED);
    write("lapsed", between, "whitelisted", "open", EventKind.UNWHITELISTED);
    write("changed", between, "open", "open", EventKind.CHANGED);
    write("reported", between, "open", "open", EventKind.REPORTED);
    write("later", office.clock().instant().plusSeconds(9), "open", "resolved", EventKind.RESOLVED);
    write("earlier", before.started().minusSeconds(9), "open", "resolved", EventKind.RESOLVED);

    Diff diff = compare(before, after);

    assertThat(ids(diff, Difference.Kind.ACCEPTED)).containsExactly("accepted");
    assertThat(ids(diff, Difference.Kind.CHANGED)).containsExactly("changed", "lapsed");
    assertThat(diff.differences()).hasSize(3);
  }

  @Test
  void aScanThatWasKilledEndsWithItsLastChange() {
    Scan before = scan();
    office.clock().advance(Duration.ofMinutes(5));
    Scan killed =
        new Scan(
            "s-killed00",
            office.clock().instant(),
            Optional.empty(),
            Scan.Outcome.RUNNING,
            true,
            "hash",
            "arn",
            Value.Fields.NONE);
    office.store().begin(killed, List.of());
    write("seen", killed.started().plusSeconds(5), "", "open", EventKind.FOUND);

    Diff diff = compare(before, killed);

    assertThat(ids(diff, Difference.Kind.NEW)).containsExactly("seen");
    assertThat(diff.isCoverageKnown()).isFalse();
  }

  @Test
  void scansAreFoundByNameAndDate() {
    Scan first = scan();
    office.clock().advance(Duration.ofDays(3));
    Scan second = scan();
    office.clock().advance(Duration.ofDays(3));
    Scan third = scan();
    ScanNames names = new ScanNames(office.store());

    assertThat(names.find("latest")).isEqualTo(third);
    assertThat(names.find("previous")).isEqualTo(second);
    assertThat(names.find(first.id())).isEqualTo(first);
    assertThat(names.find("2026-11-25")).isEqualTo(first);
    assertThat(names.find("2026-11-28")).isEqualTo(second);
    assertThat(names.find(second.ended().orElseThrow().toString())).isEqualTo(second);
  }

  @ParameterizedTest
  @CsvSource({
    "s-nowhere0, NOT_FOUND",
    "previous, NOT_FOUND",
    "2026-11-24, NOT_FOUND",
    "yesterday, USAGE",
    "2026-13-01, USAGE"
  })
  void aNameThatMeansNoScanSaysSo(String name, CommandFailure.Kind kind) {
    scan();
    assertThatThrownBy(() -> new ScanNames(office.store()).find(name))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> {
              assertThat(failure.kind()).isEqualTo(kind);
              assertThat(failure.remedy()).isNotEmpty();
            });
  }

  @Test
  void theSameScanAndTheWrongOrderAreWrongUsage() {
    Scan first = scan();
    Scan second = scan();
    assertThatThrownBy(() -> compare(second, second)).isInstanceOf(CommandFailure.class);
    assertThatThrownBy(() -> compare(second, first))
        .isInstanceOfSatisfying(
            CommandFailure.class,
            failure -> assertThat(failure.remedy()).contains(first.id() + " " + second.id()));
  }

  private Scan scan() {
    return office.scan(ScanRequest.WHOLE).scan();
  }

  private Diff compare(Scan from, Scan to) {
    return new Comparison(office.store()).of(from, to);
  }

  private static List<String> ids(Diff diff, Difference.Kind kind) {
    return diff.of(kind).stream().map(d -> d.issue().key().issueId()).toList();
  }

  private void write(String id, Instant at, String before, String after, EventKind kind) {
    Issue issue = IssueBuilder.issue(id).build();
    HistoryEntry entry =
        new HistoryEntry(
            issue.key(),
            at,
            kind,
            "lea",
            Optional.of("s-killed00").filter(_ -> kind == EventKind.FOUND),
            "text",
            before.isEmpty() ? Value.Fields.NONE : state(before),
            state(after));
    var _ =
        office
            .store()
            .apply(
                Optional.empty(),
                List.of(new Change(Optional.empty(), issue, Optional.of(entry), Optional.empty())));
  }

  private static Value.Fields state(String status) {
    return Value.fields().put("status", status).put("severity", "high").build();
  }
}
