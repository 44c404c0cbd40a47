package dev.hammer.bench;

import dev.hammer.bench.estate.Estate;
import dev.hammer.testing.stub.CallPattern;
import dev.hammer.testing.stub.Memory;
import dev.hammer.testing.stub.WireStub;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures how long a person waits for the first answer of AWS: from the start of the launcher to
 * the end of the first request. Both starts are measured in turn, so that what else the machine
 * does falls on both.
 */
final class FirstAnswer implements Measurement {
  private static final double BAR = 0.5;
  private static final double NANOS_OF_A_MILLI = 1e6;

  private final int runs;

  FirstAnswer(int runs) {
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
      List<Double> without = new ArrayList<>();
      List<Double> with = new ArrayList<>();
      bars.line("%-4s %20s %20s".formatted("run", "without the cache", "with it"));
      for (int run = 1; run <= runs; run++) {
        without.add(wait(Start.WITHOUT_CACHE, aws, memory, hammer, nowhere));
        with.add(wait(Start.FROM_CACHE, aws, memory, hammer, nowhere));
        bars.line("%-4d %17.0f ms %17.0f ms".formatted(run, without.getLast(), with.getLast()));
      }
      double cold = Median.of(without);
      double warm = Median.of(with);
      bars.line("medians: %.0f ms without, %.0f ms with".formatted(cold, warm));
      bars.atMost("first answer, with over without", BAR, warm / cold, "times");
    }
  }

  private static double wait(
      Start start, PretendAws aws, Memory memory, Hammer hammer, Path nowhere) {
    WireStub stub = aws.stub();
    stub.reset();
    stub.scripts().answer(CallPattern.any(), memory);
    long began = hammer.scanUnwatched(start, aws.environment(nowhere));
    return (stub.calls().all().getFirst().endedNanos() - began) / NANOS_OF_A_MILLI;
  }
}
