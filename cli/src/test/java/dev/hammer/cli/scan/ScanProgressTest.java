package dev.hammer.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.app.scan.Figures;
import dev.hammer.aws.CallLog;
import dev.hammer.cli.scan.ScanProgress.Manner;
import dev.hammer.cli.terminal.ColorMode;
import dev.hammer.cli.terminal.Screen;
import dev.hammer.cli.terminal.Terminal;
import dev.hammer.core.ledger.Worker;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.Unit;
import dev.hammer.core.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees while a scan runs. */
class ScanProgressTest {
  private static final AccountId PROD = AccountId.of("222222222222");

  private static final Worker GONE =
      new Worker("w-1", "vm\u001b[2J", 4711, Instant.EPOCH, 1, Value.Fields.NONE);

  private long nanos = 1;
  private Screen screen = new Screen(100);
  private ScanProgress progress = progress(100, Manner.DRAWN);

  @Test
  void accountsThatAreEnteredAreCountedInOneLine() {
    progress.show();
    assertThat(screen.seen()).containsExactly("Asking AWS for the accounts ...   0.0 s");

    progress.entering(240);
    enter(12);
    passed(5);
    progress.show();

    assertThat(screen.seen()).containsExactly("Entering accounts 12 of 240 ...   5.0 s");
  }

  @Test
  void unitsTakeThePlaceOfTheLine() {
    progress.entering(240);
    progress.show();
    plan(1656);
    look(746);
    passed(72);
    progress.meter().began(unit(2000));
    progress.show();

    assertThat(screen.seen())
        .containsExactly(
            "[##############------------------]  746 of 1,656 units  45 %   1m12s, about 1m27s left",
            " 2,238 judged   0 new issues   0 requests   now ec2 prod-web r-2000");
  }

  @Test
  void nothingIsLeftBehindIfTheScanIsNeverPlanned() {
    progress.entering(240);
    progress.show();
    progress.close();

    assertThat(screen.seen()).isEmpty();
  }

  @Test
  void theEndStaysOnTheScreen() {
    plan(3);
    look(3);
    progress.show();
    progress.close();
    screen.stream().print("Scan s-1");

    assertThat(screen.seen())
        .containsExactly(
            "[################################]  3 of 3 units  100 %   0.0 s",
            " 9 judged   0 new issues   0 requests", "Scan s-1");
  }

  @Test
  void whoElseIsAtItAndWhoseUnitsAreTakenOverStandsAboveTheBar() {
    plan(3);
    progress.show();
    progress.resumed(
        new Scan(
            "s-4h2k9m1q",
            Instant.parse("2026-11-24T17:55:41Z"),
            Optional.empty(),
            Scan.Outcome.RUNNING,
            true,
            "",
            "",
            Value.Fields.NONE),
        List.of(GONE));
    progress.show();
    progress.tookOver(GONE, 1);
    look(3);
    progress.close();

    assertThat(screen.seen())
        .containsExactly(
            "Going on with s-4h2k9m1q, begun 2026-11-24 17:55:41Z   at it: vm\\x1b[2J/4711",
            "No more word of vm\\x1b[2J/4711: reading 1 unit in its place",
            "[################################]  3 of 3 units  100 %   0.0 s",
            " 9 judged   0 new issues   0 requests");
  }

  @Test
  void whatOthersDidSaysNothingOfTheTimeThatIsLeft() {
    plan(1000);
    IntStream.range(0, 900).forEach(i -> progress.doneElsewhere(unit(i)));
    passed(60);
    progress.show();
    assertThat(screen.seen().getFirst()).endsWith("900 of 1,000 units  90 %   1m00s");

    look(20);
    progress.show();
    assertThat(screen.seen().getFirst())
        .endsWith("920 of 1,000 units  92 %   1m00s, about 4m00s left");
  }

  @Test
  void theTimeToEnterAccountsSaysNothingOfIt() {
    progress.entering(1000);
    passed(600);
    plan(100);
    passed(10);
    look(50);
    progress.show();

    assertThat(screen.seen().getFirst())
        .endsWith("50 of 100 units  50 %   10m10s, about 10 s left");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 10, 20, 30, 40, 60, 80, 100, 160})
  void noWidthWraps(int columns) {
    screen = new Screen(columns);
    progress = progress(columns, Manner.DRAWN);
    progress.show();
    progress.entering(240);
    progress.show();
    assertThat(screen.seen()).hasSize(1).allMatch(line -> line.length() < columns);
    plan(1656);
    look(746);
    passed(72);
    IntStream.range(0, 9).forEach(i -> progress.meter().began(unit(2000 + i)));
    progress.show();
    progress.show();

    assertThat(screen.seen()).hasSize(2).allMatch(line -> line.length() < columns);
  }

  @Test
  void narrowScreensShowWhatMattersMost() {
    screen = new Screen(40);
    progress = progress(40, Manner.DRAWN);
    plan(1656);
    look(746);
    passed(72);
    progress.show();
    assertThat(screen.seen())
        .containsExactly("746 of 1,656 units  45 %", " 2,238 judged   0 new issues");

    screen = new Screen(20);
    progress = progress(20, Manner.DRAWN);
    progress.entering(240);
    progress.show();
    assertThat(screen.seen()).containsExactly("Entering 0 of 240");
    plan(1656);
    progress.show();
    assertThat(screen.seen()).containsExactly("0/1,656  0 %", " 0 judged");
  }

  @Test
  void aScreenThatIsMadeNarrowerMeanwhileShowsNothingTwice() {
    plan(1656);
    progress.show();
    screen.resize(40);
    look(1);
    progress.show();

    assertThat(screen.seen()).hasSize(2);
    assertThat(screen.seen().getFirst()).startsWith("[--------------------------------]  1 o");
  }

  @Test
  void elsewhereItIsLineAfterLine() {
    progress = progress(100, Manner.LINES);
    progress.entering(240);
    enter(12);
    progress.show();
    plan(3);
    look(1);
    progress.show();

    assertThat(screen.seen()).hasSize(2);
    assertThat(screen.seen().getFirst()).endsWith("Z scan entering=12/240");
    assertThat(screen.seen().getLast())
        .endsWith("Z scan s-1 units=1/3 issues=0 failed=0 denied=0 throttled=0 requests=0");
  }

  @Test
  void onlyATerminalThatCanIsDrawnOn() {
    Terminal terminal = terminal(100, Map.of());

    assertThat(Manner.of(terminal, false, false)).isEqualTo(Manner.DRAWN);
    assertThat(Manner.of(terminal, false, true)).isEqualTo(Manner.LINES);
    assertThat(Manner.of(terminal, true, false)).isEqualTo(Manner.QUIET);
    assertThat(Manner.of(terminal(100, Map.of("TERM", "dumb")), false, false))
        .isEqualTo(Manner.LINES);
  }

  private void enter(int accounts) {
    IntStream.range(0, accounts).forEach(_ -> progress.entered());
  }

  private void plan(int units) {
    progress.meter().planned("s-1", units, Map.of(PROD, "prod-web"));
  }

  private void look(int units) {
    IntStream.range(0, units)
        .forEach(i -> progress.ended(unit(1000 + i), SliceOutcome.COMPLETE, 3, 0));
  }

  private void passed(int seconds) {
    nanos += Duration.ofSeconds(seconds).toNanos();
  }

  private static Unit unit(int number) {
    return new Unit(PROD, Region.of("r-" + number), "ec2");
  }

  private ScanProgress progress(int columns, Manner manner) {
    return new ScanProgress(
        terminal(columns, Map.of()), new Figures(CallLog.NONE), manner, () -> nanos);
  }

  private Terminal terminal(int columns, Map<String, String> environment) {
    return new Terminal(
        screen.stream(),
        screen.stream(),
        true,
        true,
        true,
        columns,
        true,
        ColorMode.NEVER,
        environment);
  }
}
