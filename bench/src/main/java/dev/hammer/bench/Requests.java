package dev.hammer.bench;

import dev.hammer.bench.estate.Estate;
import dev.hammer.bench.estate.RequestMinimum;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Counts the requests of a scan beside those it could not do without. */
final class Requests implements Measurement {
  private static final double BAR = 1.05;

  @Override
  public void measure(Estate estate, Hammer hammer, Path nowhere, Bars bars) {
    try (PretendAws aws = PretendAws.with(estate)) {
      Scan scan = hammer.scan(Start.WITHOUT_CACHE, aws.environment(nowhere));
      RequestMinimum minimum = RequestMinimum.of(estate);
      Map<String, Long> made = aws.stub().calls().countsByOperation();
      table(minimum.byCall(), made, bars);
      bars.atMost("requests over the minimum", BAR, (double) sum(made) / minimum.total(), "times");
      Findings.compare(scan, aws.truth(), bars);
    }
  }

  private static void table(SortedMap<String, Integer> minimum, Map<String, Long> made, Bars bars) {
    bars.line("%-44s %8s %8s %6s".formatted("call", "minimum", "made", "over"));
    SortedSet<String> calls = new TreeSet<>(minimum.keySet());
    calls.addAll(made.keySet());
    for (String call : calls) {
      row(call, minimum.getOrDefault(call, 0), made.getOrDefault(call, 0L), bars);
    }
    row("all", minimum.values().stream().mapToInt(Integer::intValue).sum(), sum(made), bars);
    bars.line("");
  }

  private static void row(String call, long needed, long made, Bars bars) {
    String over = made == needed ? "" : "%+d".formatted(made - needed);
    bars.line("%-44s %8d %8d %6s".formatted(call, needed, made, over));
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
