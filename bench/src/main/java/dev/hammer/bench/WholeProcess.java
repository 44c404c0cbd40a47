package dev.hammer.bench;

import dev.hammer.bench.estate.Estate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Measures what a scan takes from its start to its end, launcher and JVM included. */
final class WholeProcess implements Measurement {
  private static final Duration EACH = Duration.ofMillis(30);
  private static final double PEAK_MEBIBYTES = 256;

  private final int runs;

  WholeProcess(int runs) {
    this.runs = runs;
  }

  /** The most seconds that a start may take. */
  private record Limits(double wall, double cpu) {
    static Limits of(Start start) {
      return switch (start) {
        case WITHOUT_CACHE -> new Limits(6, 8);
        case FROM_CACHE -> new Limits(4.5, 4);
      };
    }
  }

  @Override
  public void measure(Estate estate, Hammer hammer, Path nowhere, Bars bars) {
    try (PretendAws aws = PretendAws.with(estate)) {
      aws.stub().delay(EACH);
      hammer.rehearse();
      for (Start start : Start.values()) {
        bars.line(start.words());
        measure(start, aws, hammer, nowhere, bars);
      }
    }
  }

  private void measure(Start start, PretendAws aws, Hammer hammer, Path nowhere, Bars bars) {
    List<Usage> all = new ArrayList<>();
    bars.line("%-4s %10s %10s %10s".formatted("run", "wall", "CPU", "peak"));
    for (int run = 1; run <= runs; run++) {
      Scan scan = hammer.scan(start, aws.environment(nowhere));
      Usage usage = scan.usage();
      all.add(usage);
      bars.line(
          "%-4d %8.2f s %8.2f s %6.0f MiB"
              .formatted(run, wall(usage), cpu(usage), mebibytes(usage)));
      Findings.compare(scan, aws.truth(), bars);
    }
    Limits limits = Limits.of(start);
    bars.atMost("wall time, median", limits.wall(), median(all, WholeProcess::wall), "s");
    bars.atMost("user and system time, median", limits.cpu(), median(all, WholeProcess::cpu), "s");
    bars.atMost(
        "peak resident set, median", PEAK_MEBIBYTES, median(all, WholeProcess::mebibytes), "MiB");
  }

  private static double median(List<Usage> all, ToDoubleFunction<Usage> figure) {
    return Median.of(all.stream().map(figure::applyAsDouble).toList());
  }

  private static double wall(Usage usage) {
    return usage.wall().toNanos() / 1e9;
  }

  private static double cpu(Usage usage) {
    return usage.cpu().toNanos() / 1e9;
  }

  private static double mebibytes(Usage usage) {
    return usage.peakBytes() / (1024.0 * 1024.0);
  }
}
