package dev.hammer.app.scan;

import static dev.hammer.app.Estate.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.app.Estate;
import dev.hammer.app.Office;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines whose clocks differ by hours over one store. */
class ClocksTest {
  private static final Duration HOURS = Duration.ofHours(5);

  @TempDir private Path folder;
  private final Estate estate = new Estate();
  private Office office = new Office(Path.of("target"), estate);

  @BeforeEach
  void open() {
    office = new Office(folder, estate);
    estate.plainBucket(MAIN, "logs").plainBucket(MAIN, "vault");
  }

  @AfterEach
  void close() {
    office.close();
    estate.close();
  }

  @Test
  void whatASlowClockSeesDoesNotPassForALook() {
    office.scan(ScanRequest.WHOLE);
    List<Issue> before = office.issues();
    office.clock().advance(HOURS.negated());
    estate.plainBucket(MAIN, "fresh").withoutBucket(MAIN, "logs");

    ScanReport report = office.scan(ScanRequest.WHOLE);

    assertThat(report.coverage().complete()).isZero();
    assertThat(report.isBroken()).isTrue();
    assertThat(report.notCovered())
        .isNotEmpty()
        .allSatisfy(gap -> assertThat(gap.why().detail()).contains("clock of this machine"))
        .allSatisfy(gap -> assertThat(Remedies.action(gap.why())).isEmpty())
        .allSatisfy(
            gap ->
                assertThat(Remedies.of(gap.why(), office.configuration().aws()))
                    .startsWith("Correct the clock"));
    assertThat(office.issues()).isEqualTo(before);

    office.clock().advance(HOURS.plusMinutes(1));
    assertThat(office.scan(ScanRequest.WHOLE).coverage().isFull()).isTrue();
    assertThat(office.issue("fresh").status()).isEqualTo(Status.OPEN);
    assertThat(office.issue("logs").status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void aStoreWhoseTimesAreLongPastIsLookedAtAnew() {
    office.scan(ScanRequest.WHOLE);
    office.clock().advance(HOURS);
    estate.withoutBucket(MAIN, "logs");

    assertThat(office.scan(ScanRequest.WHOLE).coverage().isFull()).isTrue();
    assertThat(office.issue("logs").status()).isEqualTo(Status.RESOLVED);
    assertThat(office.issue("vault").status()).isEqualTo(Status.OPEN);
  }

  @Test
  void clocksThatAgreeButForSecondsAreNotComplainedOf() {
    office.scan(ScanRequest.WHOLE);
    office.clock().advance(Duration.ofSeconds(-20));

    assertThat(office.scan(ScanRequest.WHOLE).notCovered()).isEmpty();
  }
}
