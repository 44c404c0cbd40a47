package dev.hammer.bench;

import dev.hammer.bench.estate.Estate;
import dev.hammer.bench.estate.Seeds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Measures what a scan takes from its start to its end, launcher and JVM included. */
final class WholeProcess implements Measurement {
  private static final Duration EACH = Duration.ofMillis(30);
  private static final double PEAK_MEBIBYTES = 256;

  private static final int SEVERAL = 5;

  private final int runs;

  WholeProcess(int runs) {
    this.runs = runs;
  }

  /** The most seconds that a scan may take. */
  private record Limits(double wall, double cpu) {
    static final Limits SEVERAL_ACCOUNTS = new Limits(10, 7);

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
        measure(() -> hammer.scan(start, aws.environment(nowhere)), aws, Limits.of(start), bars);
      }
    }
    List<String> accounts = Seeds.accounts(SEVERAL);
    try (PretendAws aws = PretendAws.with(estate, accounts)) {
      aws.stub().delay(EACH);
      bars.line("%d such accounts, %s".formatted(SEVERAL, Start.FROM_CACHE.words()));
      measure(
          () -> hammer.scan(Start.FROM_CACHE, aws.environment(nowhere), configuration(accounts)),
          aws,
          Limits.SEVERAL_ACCOUNTS,
          bars);
    }
  }

  private static String configuration(List<String> accounts) {
    return accounts.stream()
        .map(id -> "    \"%s\": a-%s\n".formatted(id, id))
        .collect(
            Collectors.joining(
                "", "aws:\n  role_name_identification: hammer-identify\n  accounts:\n", ""));
  }

  private void measure(Supplier<Scan> scanning, PretendAws aws, Limits limits, Bars bars) {
    List<Usage> all = new ArrayList<>();
    bars.line("%-4s %10s %10s %10s".formatted("run", "wall", "CPU", "peak"));
    for (int run = 1; run <= runs; run++) {
      Scan scan = scanning.get();
      Usage usage = scan.usage();
      all.add(usage);
      bars.line(
          "%-4d %8.2f s %8.2f s %6.0f MiB"
              .formatted(run, wall(usage), cpu(usage), mebibytes(usage)));
      Findings.compare(scan, aws.truth(), bars);
    }
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
