package dev.hammer.bench;

import dev.hammer.bench.company.Company;
import dev.hammer.bench.company.CompanyAnswers;
import dev.hammer.bench.estate.Estate;
import dev.hammer.core.value.Value;
import dev.hammer.testing.stub.WireStub;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Scans companies of ten, a hundred and a thousand accounts in 17 regions each, and holds the
 * memory of the largest against that of the smallest; before that one of twenty accounts in three
 * regions, whose requests are held against the fewest possible.
 */
final class Companies implements Measurement {
  private static final int REGIONS = 17;
  private static final int MIB = 1_048_576;

  private final List<Integer> sizes;

  /** Scans companies of 10, 100 and so many accounts. */
  Companies(int most) {
    this.sizes = List.of(10, 100, most);
  }

  @Override
  public String subject(Estate estate) {
    return "Companies of %s accounts in %d regions, of mixed sizes".formatted(sizes, REGIONS);
  }

  @Override
  public void measure(Estate estate, Hammer hammer, Path nowhere, Bars bars) {
    bars.line(
        "%-9s %8s %10s %10s %9s %9s %10s"
            .formatted("accounts", "regions", "resources", "requests", "wall", "cpu", "resident"));
    Company few = new Company(20, 3);
    Scan narrow = scan(few, hammer, nowhere, bars);
    bars.atMost(
        "requests over the fewest, 20 accounts in 3 regions",
        1.05,
        (double) number(narrow, "requests") / few.fewestRequests(),
        "times");
    List<Double> peaks = new ArrayList<>();
    for (int accounts : sizes) {
      Scan scan = scan(new Company(accounts, REGIONS), hammer, nowhere, bars);
      peaks.add(scan.usage().peakBytes() / (double) MIB);
    }
    bars.atMost(
        "memory of the largest over the smallest",
        1.2,
        peaks.getLast() / peaks.getFirst(),
        "times");
    bars.atMost("memory of the largest", 512, peaks.getLast(), "MiB");
  }

  private static Scan scan(Company company, Hammer hammer, Path nowhere, Bars bars) {
    try (WireStub stub = WireStub.alone()) {
      CompanyAnswers.script(company, stub.scripts());
      Scan scan =
          hammer.scan(
              Start.FROM_CACHE, PretendAws.environment(stub, nowhere), company.configuration());
      bars.line(
          "%-9d %8d %,10d %,10d %7.1f s %7.1f s %6d MiB"
              .formatted(
                  company.accounts(),
                  company.regions(),
                  number(scan, "resources"),
                  number(scan, "requests"),
                  scan.usage().wall().toMillis() / 1e3,
                  scan.usage().cpu().toMillis() / 1e3,
                  scan.usage().peakBytes() / MIB));
      bars.demand(
          number(scan, "resources") == company.resources() && fresh(scan) == company.faults(),
          "%,d of %,d resources, %,d of %,d faults"
              .formatted(
                  number(scan, "resources"), company.resources(), fresh(scan), company.faults()));
      return scan;
    }
  }

  /** All new issues; a report names a thousand of them, and counts all. */
  private static long fresh(Scan scan) {
    return scan.report().get("counts").orElseThrow() instanceof Value.Fields counts
        ? counts.fields().stream()
            .mapToLong(severity -> number((Value.Fields) severity.value(), "new"))
            .sum()
        : -1;
  }

  private static long number(Scan scan, String figure) {
    return number(scan.report(), figure);
  }

  private static long number(Value.Fields fields, String figure) {
    return fields.get(figure).orElseThrow() instanceof Value.Num(BigDecimal number)
        ? number.longValue()
        : -1;
  }
}
