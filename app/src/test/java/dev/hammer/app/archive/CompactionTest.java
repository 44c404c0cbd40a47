package dev.hammer.app.archive;

import static dev.hammer.app.Estate.DATA;
import static dev.hammer.app.Estate.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.app.Estate;
import dev.hammer.app.Office;
import dev.hammer.app.scan.ScanRequest;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.Slice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
  private static final String ONE_ACCOUNT = "aws: {accounts: {\"123456789012\": main}}\n";

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
  void oldScansGoSaveTheTwoLatestAndIssuesStay() {
    estate.plainBucket(MAIN, "logs");
    for (int i = 0; i < 4; i++) {
      office.scan(ScanRequest.WHOLE);
    }
    List<Scan> scans = office.store().scans(9);
    List<Issue> issues = office.issues();

    Compaction plan = plan(Duration.ZERO);
    assertThat(office.store().scans(9)).as("a plan changes nothing").isEqualTo(scans);
    plan.apply(office.store());

    assertThat(plan.scans()).containsExactly(scans.get(2).id(), scans.get(3).id());
    assertThat(plan.slices()).isEmpty();
    assertThat(office.store().scans(9)).containsExactly(scans.get(0), scans.get(1));
    assertThat(office.issues()).isEqualTo(issues);
    assertThat(office.store().history(issues.getFirst().key())).hasSize(1);
    assertThat(office.books().coverage().percent()).isEqualTo(100);
  }

  @Test
  void whatIsYoungStays() {
    office.scan(ScanRequest.WHOLE);
    office.scan(ScanRequest.WHOLE);
    office.scan(ScanRequest.WHOLE);

    assertThat(plan(Duration.ofHours(1))).isEqualTo(new Compaction(List.of(), List.of()));
  }

  @Test
  void slicesThatLeftTheScopeGoOnceTheyAreOld() {
    office.scan(ScanRequest.WHOLE);
    office.configure(ONE_ACCOUNT);

    assertThat(plan(Duration.ofHours(1)).slices()).isEmpty();
    office.clock().advance(Duration.ofDays(1));
    assertThat(plan(Duration.ofHours(1)).slices())
        .isNotEmpty()
        .extracting(Slice::account)
        .containsOnly(DATA);

    plan(Duration.ofHours(1)).apply(office.store());
    assertThat(office.store().slices()).allMatch(s -> s.slice().account().equals(MAIN));
  }

  private Compaction plan(Duration keep) {
    Instant before = office.clock().instant().plusMillis(1).minus(keep);
    return Compaction.plan(office.store(), office.books(), before);
  }
}
