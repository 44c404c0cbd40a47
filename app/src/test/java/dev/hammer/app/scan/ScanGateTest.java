package dev.hammer.app.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.app.config.Gaps;
import dev.hammer.core.check.Severity;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.scan.Coverage;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScanGateTest {
  private static final ScanGate NONE = gate(null, null, null);

  /** Nine of ten units are complete: 90 %. */
  @ParameterizedTest
  @CsvSource({
    "     ,      ,       , false",
    "high ,      ,       , true",
    "     , low  ,       , true",
    "     ,      , 95    , true",
    "     ,      , 90    , false",
    "     ,      , 0     , false",
    "high ,      , 90    , false",
    "high , low  , 90.1  , true",
  })
  void coverageMattersOnlyToThoseWhoAsked(
      @Nullable String failOn,
      @Nullable String failOnNew,
      @Nullable Double minCoverage,
      boolean incomplete) {
    ScanGate gate = gate(failOn, failOnNew, minCoverage);

    assertThat(gate.isIncomplete(report(new Coverage(10, 9, 1, 0, Optional.empty(), 0, 0))))
        .isEqualTo(incomplete);
    assertThat(gate.isShut(report(new Coverage(10, 9, 1, 0, Optional.empty(), 0, 0)))).isFalse();
  }

  @Test
  void deadlineLostAccountAndNothingReadableAreNeverASuccess() {
    Coverage full = new Coverage(10, 10, 0, 0, Optional.empty(), 0, 0);
    Coverage nothing = new Coverage(10, 0, 0, 10, Optional.empty(), 0, 0);
    ScanGate anything = gate(null, null, 0.0);

    assertThat(NONE.isIncomplete(report(full))).isFalse();
    assertThat(anything.isIncomplete(report(full, Map.of(), false, true))).isTrue();
    assertThat(anything.isIncomplete(report(full, Map.of(), true, false))).isTrue();
    assertThat(anything.isIncomplete(report(nothing))).isTrue();
    assertThat(NONE.isIncomplete(report(new Coverage(10, 0, 1, 9, Optional.empty(), 0, 0))))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "critical , false",
    "high     , true",
    "medium   , true",
    "info     , true",
  })
  void openIssuesOfThatSeverityOrWorseShutTheGate(String failOn, boolean shut) {
    ScanReport report = report(Map.of(Severity.HIGH, new Count(1, 0, 0, 0)));

    assertThat(gate(failOn, null, null).isShut(report)).isEqualTo(shut);
    assertThat(gate(null, failOn, null).isShut(report)).isFalse();
    assertThat(NONE.isShut(report)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"critical, false", "high, true", "low, true"})
  void newAndReturnedIssuesShutTheGateForThem(String failOnNew, boolean shut) {
    ScanGate gate = gate(null, failOnNew, null);

    assertThat(gate.isShut(report(Map.of(Severity.HIGH, new Count(5, 1, 0, 0))))).isEqualTo(shut);
    assertThat(gate.isShut(report(Map.of(Severity.HIGH, new Count(5, 0, 1, 0))))).isEqualTo(shut);
    assertThat(gate.isShut(report(Map.of(Severity.HIGH, new Count(5, 0, 0, 9))))).isFalse();
  }

  private static ScanGate gate(
      @Nullable String failOn, @Nullable String failOnNew, @Nullable Double minCoverage) {
    return new ScanGate(
        Optional.ofNullable(failOn).flatMap(Severity::parse),
        Optional.ofNullable(failOnNew).flatMap(Severity::parse),
        Optional.ofNullable(minCoverage));
  }

  private static ScanReport report(Coverage coverage) {
    return report(coverage, Map.of(), false, false);
  }

  private static ScanReport report(Map<Severity, Count> counts) {
    return report(new Coverage(1, 1, 0, 0, Optional.empty(), 1, 0), counts, false, false);
  }

  private static ScanReport report(
      Coverage coverage, Map<Severity, Count> counts, boolean lostAccount, boolean late) {
    AccountPlan data =
        new AccountPlan(
            Doors.DATA,
            true,
            lostAccount ? Optional.of(Doors.refusal(ReadFailure.Kind.DENIED)) : Optional.empty(),
            List.of(),
            List.of(),
            Set.of(),
            Set.of(),
            Gaps.NONE);
    ScanPlan plan =
        new ScanPlan(
            "s-00000001",
            Doors.IDENTITY,
            new TreeMap<>(Map.of(Doors.DATA.account(), data)),
            new TreeSet<>(),
            List.of(),
            List.of(),
            Roster.of(List.of(Doors.DATA)));
    Scan scan =
        new Scan(
            "s-00000001",
            Instant.EPOCH,
            Optional.empty(),
            Scan.Outcome.INCOMPLETE,
            true,
            "",
            "",
            Value.Fields.NONE);
    return new ScanReport(
        plan,
        scan,
        coverage,
        new TreeMap<>(counts),
        List.of(),
        0,
        0,
        0,
        List.of(),
        0,
        List.of(),
        0,
        0,
        Duration.ZERO,
        late);
  }
}
