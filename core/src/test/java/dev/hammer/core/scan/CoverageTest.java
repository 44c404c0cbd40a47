package dev.hammer.core.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoverageTest {
  private static final Instant EARLY = Instant.parse("2026-11-24T08:00:00Z");
  private static final Instant LATE = Instant.parse("2026-11-24T09:00:00Z");

  private static SliceState slice(String service, String check, SliceOutcome outcome) {
    return slice(service, check, outcome, EARLY);
  }

  private static SliceState slice(
      String service, String check, SliceOutcome outcome, Instant began) {
    return new SliceState(
        new Slice(AccountId.of("111111111111"), Region.of("eu-west-1"), check),
        service,
        Optional.of("s-00000000"),
        Optional.of(began),
        Optional.of(began),
        outcome,
        List.of(),
        3,
        2,
        List.of());
  }

  private static SliceState planned(String service, String check) {
    return SliceState.planned(
        new Slice(AccountId.of("111111111111"), Region.of("eu-west-1"), check), service);
  }

  @Test
  void aUnitIsAsGoodAsItsWorstSlice() {
    Coverage coverage =
        Coverage.of(
            List.of(
                slice("s3", "a", SliceOutcome.COMPLETE),
                slice("s3", "b", SliceOutcome.COMPLETE),
                slice("ec2", "c", SliceOutcome.COMPLETE),
                slice("ec2", "d", SliceOutcome.PARTIAL),
                slice("rds", "e", SliceOutcome.PARTIAL),
                slice("rds", "f", SliceOutcome.FAILED),
                slice("sqs", "g", SliceOutcome.COMPLETE),
                planned("sqs", "h")));

    assertThat(coverage.units()).isEqualTo(4);
    assertThat(coverage.complete()).isEqualTo(1);
    assertThat(coverage.partial()).isEqualTo(1);
    assertThat(coverage.failed()).isEqualTo(2);
    assertThat(coverage.judged()).isEqualTo(21);
    assertThat(coverage.unknown()).isEqualTo(14);
    assertThat(coverage.isFull()).isFalse();
    assertThat(coverage.percent()).isEqualTo(25.0);
  }

  @Test
  void theSameServiceElsewhereIsAnotherUnit() {
    SliceState elsewhere =
        SliceState.planned(
            new Slice(AccountId.of("111111111111"), Region.of("us-east-1"), "c"), "ec2");

    assertThat(Coverage.of(List.of(slice("ec2", "c", SliceOutcome.COMPLETE), elsewhere)).units())
        .isEqualTo(2);
  }

  @Test
  void isAsOldAsItsOldestLook() {
    assertThat(
            Coverage.of(
                    List.of(
                        slice("s3", "a", SliceOutcome.COMPLETE, LATE),
                        slice("ec2", "b", SliceOutcome.COMPLETE, EARLY)))
                .asOf())
        .contains(EARLY);
  }

  @Test
  void hasNoAgeWhileSomethingWasNeverLookedAt() {
    assertThat(
            Coverage.of(List.of(slice("s3", "a", SliceOutcome.COMPLETE), planned("ec2", "b")))
                .asOf())
        .isEmpty();
  }

  @Test
  void ofNothingIsNeverFull() {
    assertThat(Coverage.of(List.of())).isEqualTo(Coverage.NONE);
    assertThat(Coverage.NONE.isFull()).isFalse();
    assertThat(Coverage.NONE.percent()).isZero();
  }

  @Test
  void isFullWhenEveryUnitIsComplete() {
    Coverage coverage = Coverage.of(List.of(slice("s3", "a", SliceOutcome.COMPLETE)));

    assertThat(coverage.isFull()).isTrue();
    assertThat(coverage.percent()).isEqualTo(100.0);
  }

  @ParameterizedTest
  @CsvSource({
    "9997, 10000, 99.9",
    "9999, 10000, 99.9",
    "10000, 10000, 100.0",
    "1639, 1656, 98.9",
    "1, 3, 33.3",
    "2, 3, 66.6",
    "0, 7, 0.0",
    "85, 138, 61.5",
    "29, 100, 29.0",
    "999, 1000, 99.9",
    "999999, 1000000, 99.9",
  })
  void percentIsRoundedDown(int complete, int units, double percent) {
    assertThat(new Coverage(units, complete, 0, units - complete, Optional.empty(), 0, 0).percent())
        .isEqualTo(percent);
  }

  @Test
  void percentOfAnyNumberIsNeverTooHigh() {
    List<String> wrong = new ArrayList<>();
    for (int units = 1; units <= 600; units++) {
      for (int complete = 0; complete <= units; complete++) {
        double percent = new Coverage(units, complete, 0, 0, Optional.empty(), 0, 0).percent();
        if (Math.round(percent * 10) != complete * 1000L / units) {
          wrong.add(complete + "/" + units);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }
}
