package dev.hammer.bench;

import dev.hammer.bench.estate.Estate;
import dev.hammer.core.value.Value;
import dev.hammer.testing.stub.Call;
import dev.hammer.testing.stub.Rate;
import dev.hammer.testing.stub.WireStub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Scans one account of 4,700 resources, a tenth of 47,000, while the stub enforces what AWS
 * publishes, and rates of its own where AWS publishes none.
 */
final class Rates implements Measurement {
  private static final Duration EACH = Duration.ofMillis(30);

  /** What is taken of published rates unless something else is asked for. */
  private static final double SHARE = 1 / 3.0;

  /** Arrivals are not spaced as evenly as departures. */
  private static final double UNEVEN = 1.02;

  private static final List<Rate> UNPUBLISHED =
      List.of(Rate.shared("iam", "*", 20, 10), Rate.shared("sqs", "*", 50, 50));

  @Override
  public String subject(Estate estate) {
    return "1 account, 2 regions, %,d resources (a tenth of 47,000), %d ms each call"
        .formatted(RatedAccount.RESOURCES, EACH.toMillis());
  }

  @Override
  public void measure(Estate estate, Hammer hammer, Path nowhere, Bars bars) {
    try (WireStub stub = WireStub.alone()) {
      RatedAccount.script(stub.scripts());
      stub.delay(EACH);
      stub.rates().enforce(Rate.PUBLISHED).enforce(UNPUBLISHED);
      Scan scan = hammer.scan(Start.WITHOUT_CACHE, PretendAws.environment(stub, nowhere));
      report(scan, stub, bars);
    }
  }

  private static void report(Scan scan, WireStub stub, Bars bars) {
    List<Call> calls = stub.calls().all();
    double bound =
        RateFigures.boundSeconds(RatedAccount.calls(), Rate.PUBLISHED, SHARE, UNPUBLISHED, EACH);
    double span = stub.calls().span().toNanos() / 1e9;
    bars.line(
        "%,d requests in %.1f s; what rates and calls in flight allow is %.1f s"
            .formatted(calls.size(), span, bound));
    long published = calls.stream().filter(Call::throttled).filter(Rates::isPublished).count();
    bars.line(
        "throttled by second: %s; %d of them where AWS publishes a rate"
            .formatted(stub.calls().throttledBySecond(), published));
    for (Rate rate : Rate.PUBLISHED) {
      double most = RateFigures.mostOverShare(calls, rate, SHARE);
      if (most > 0) {
        bars.atMost("of our share, " + rate.pattern().service(), UNEVEN, most, "times");
      }
    }
    bars.atMost("time over what is allowed", 1.2, span / bound, "times");
    bars.atMost(
        "published: throttled after 30 s",
        0,
        (double)
            calls.stream()
                .filter(later(calls, 30))
                .filter(Rates::isPublished)
                .filter(Call::throttled)
                .count(),
        "requests");
    List<Call> late =
        calls.stream().filter(later(calls, 60)).filter(call -> !isPublished(call)).toList();
    bars.demand(late.size() > 100, "%d unpublished requests after a minute".formatted(late.size()));
    bars.atMost(
        "unpublished: throttled after 60 s",
        1,
        100.0 * late.stream().filter(Call::throttled).count() / Math.max(1, late.size()),
        "%");
    long throttled = calls.stream().filter(Call::throttled).count();
    bars.demand(
        told(scan, "resources") == RatedAccount.RESOURCES
            && told(scan, "requests") == calls.size()
            && told(scan, "throttled") == throttled,
        "the report tells %d resources, %d requests, %d throttled, %d s waited"
            .formatted(
                told(scan, "resources"),
                told(scan, "requests"),
                told(scan, "throttled"),
                told(scan, "waited_seconds")));
    Findings.compare(scan, RatedAccount.truth(), bars);
  }

  private static Predicate<Call> later(List<Call> calls, long seconds) {
    long from = calls.getFirst().startedNanos() + Duration.ofSeconds(seconds).toNanos();
    return call -> call.startedNanos() >= from;
  }

  private static boolean isPublished(Call call) {
    return Rate.PUBLISHED.stream().anyMatch(rate -> rate.pattern().matches(call.target()));
  }

  private static long told(Scan scan, String figure) {
    return scan.report().get(figure).orElseThrow() instanceof Value.Num(var number)
        ? number.longValue()
        : -1;
  }
}
