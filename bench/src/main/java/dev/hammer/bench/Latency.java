package dev.hammer.bench;

import dev.hammer.bench.estate.Estate;
import dev.hammer.testing.stub.CallLog;
import dev.hammer.testing.stub.CallPattern;
import dev.hammer.testing.stub.Memory;
import dev.hammer.testing.stub.WireStub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the time from the first to the last request of a scan against the latency of all its
 * requests. The stub answers from memory and the emulator has ended, so its slowness does not
 * count.
 */
final class Latency implements Measurement {
  private static final Duration EACH = Duration.ofMillis(30);
  private static final double BAR = 0.2;

  private final int runs;

  Latency(int runs) {
    this.runs = runs;
  }

  @Override
  public void measure(Estate estate, Hammer hammer, Path nowhere, Bars bars) {
    try (PretendAws aws = PretendAws.with(estate)) {
      Memory memory = new Memory();
      aws.stub().scripts().answer(CallPattern.any(), memory);
      hammer.scan(Start.WITHOUT_CACHE, aws.environment(nowhere));
      aws.endEmulator();
      hammer.rehearse();
      for (Start start : Start.values()) {
        bars.line(start.words());
        measure(start, aws, memory, hammer, nowhere, bars);
      }
    }
  }

  private void measure(
      Start start, PretendAws aws, Memory memory, Hammer hammer, Path nowhere, Bars bars) {
    WireStub stub = aws.stub();
    List<Double> shares = new ArrayList<>();
    bars.line(
        "%-4s %9s %9s %13s %13s %10s"
            .formatted("run", "requests", "span", "as seen", "30 ms each", "in flight"));
    for (int run = 1; run <= runs; run++) {
      stub.reset();
      stub.scripts().answer(CallPattern.any(), memory);
      stub.delay(EACH);
      Scan scan = hammer.scan(start, aws.environment(nowhere));
      shares.add(share(run, stub.calls(), bars));
      Findings.compare(scan, aws.truth(), bars);
    }
    bars.atMost("span over summed latency, median", BAR, Median.of(shares), "times");
  }

  /** The sum is that of the latencies we ask for: what a busy machine adds would flatter. */
  private static double share(int run, CallLog calls, Bars bars) {
    Duration sum = EACH.multipliedBy(calls.size());
    bars.line(
        "%-4d %9d %6d ms %10d ms %10d ms %10d"
            .formatted(
                run,
                calls.size(),
                calls.span().toMillis(),
                calls.summedLatency().toMillis(),
                sum.toMillis(),
                calls.mostInFlight()));
    return (double) calls.span().toNanos() / sum.toNanos();
  }
}
