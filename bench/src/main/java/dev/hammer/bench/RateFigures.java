package dev.hammer.bench;

import dev.hammer.testing.stub.Call;
import dev.hammer.testing.stub.Rate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the calls of a scan tell about rates, and what the rates tell about its time. */
final class RateFigures {
  private static final double SECOND = 1e9;

  /** So long that what a machine moves arrivals by does not count. */
  private static final double WINDOW = 10;

  private static final int IN_FLIGHT = 8;

  private RateFigures() {}

  /**
   * The least time that a scan can take: that of the calls which wait longest, whether for our
   * share of a published rate after its burst, for what a service lets through, or for the calls in
   * flight.
   *
   * @param calls how many, by {@code region service:operation}
   * @param share of published rates
   */
  static double boundSeconds(
      SortedMap<String, Integer> calls,
      Collection<Rate> published,
      double share,
      Collection<Rate> enforced,
      Duration latency) {
    SortedMap<String, Integer> byRate = new TreeMap<>();
    SortedMap<String, Integer> byService = new TreeMap<>();
    double bound = 0;
    for (var entry : calls.entrySet()) {
      String region = entry.getKey().split(" ", 2)[0];
      String call = entry.getKey().split(" ", 2)[1];
      String service = call.split(":", 2)[0];
      bound =
          Math.max(
              bound,
              time(byService.merge(region + service, entry.getValue(), Integer::sum), latency));
      bound = Math.max(bound, time(byRate, region, call, entry.getValue(), published, share));
      bound = Math.max(bound, time(byRate, region, call, entry.getValue(), enforced, 1));
    }
    return bound;
  }

  /**
   * The most that any ten seconds held of a line of calls, after its burst, over the share of the
   * rate.
   */
  static double mostOverShare(List<Call> calls, Rate rate, double share) {
    SortedMap<String, List<Call>> lines = new TreeMap<>();
    for (Call call : calls) {
      if (rate.pattern().matches(call.target())) {
        lines
            .computeIfAbsent(line(rate, call.region(), call.operation()), _ -> new ArrayList<>())
            .add(call);
      }
    }
    return lines.values().stream()
        .mapToDouble(line -> mostPerSecond(afterBurst(line, rate)) / (rate.perSecond() * share))
        .max()
        .orElse(0);
  }

  private static List<Call> afterBurst(List<Call> line, Rate rate) {
    return line.subList(Math.min(line.size(), (int) rate.size()), line.size());
  }

  /** Of the shortest runs of calls that are at least as long as the window. */
  private static double mostPerSecond(List<Call> line) {
    double most = 0;
    int from = 0;
    for (int to = 0; to < line.size(); to++) {
      while (seconds(line.get(from + 1 > to ? from : from + 1), line.get(to)) >= WINDOW) {
        from++;
      }
      double span = seconds(line.get(from), line.get(to));
      if (span >= WINDOW) {
        most = Math.max(most, (to - from) / span);
      }
    }
    return most;
  }

  private static double seconds(Call first, Call last) {
    return (last.startedNanos() - first.startedNanos()) / SECOND;
  }

  private static double time(int calls, Duration latency) {
    return calls * (latency.toNanos() / SECOND) / IN_FLIGHT;
  }

  private static double time(
      SortedMap<String, Integer> byRate,
      String region,
      String call,
      int count,
      Collection<Rate> rates,
      double share) {
    String service = call.split(":", 2)[0];
    String operation = call.split(":", 2)[1];
    Optional<Rate> rate =
        rates.stream()
            .filter(one -> one.pattern().service().equals(service))
            .filter(one -> !one.each() || isOf(one, operation))
            .findFirst();
    return rate.map(
            one -> {
              int all = byRate.merge(service + line(one, region, operation), count, Integer::sum);
              return Math.max(0, all - one.size()) / (one.perSecond() * share);
            })
        .orElse(0.0);
  }

  private static boolean isOf(Rate rate, String operation) {
    String pattern = rate.pattern().operation();
    return pattern.equals("*") || pattern.equals(operation);
  }

  private static String line(Rate rate, String region, String operation) {
    return region + (rate.each() ? " " + operation : "");
  }
}
