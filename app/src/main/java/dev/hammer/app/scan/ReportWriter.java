package dev.hammer.app.scan;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.IssueStore;
import dev.hammer.core.issue.Status;
import dev.hammer.core.scan.Coverage;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.scan.Unit;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what the units of a scan saw, one after the other as they are stored. */
final class ReportWriter {
  private static final List<Severity> ALWAYS_SHOWN =
      List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);

  private static final Comparator<NotCovered> BY_PLACE =
      Comparator.comparing(NotCovered::unit)
          .thenComparing(gap -> gap.why().call())
          .thenComparing(gap -> gap.why().code());

  private final ScanRequest request;
  private final ScanPlan plan;
  private final IssueStore store;
  private final Figures figures;
  private final Set<Unit> looked = new HashSet<>();
  private final List<SliceState> slices = new ArrayList<>();
  private final SortedMap<Severity, Count> counts = new TreeMap<>(Collections.reverseOrder());
  private final Worst news = new Worst(ScanReport.NEWS_KEPT);
  private final List<NotCovered> gaps = new ArrayList<>();
  private long changed;
  private long resources;

  ReportWriter(ScanRequest request, ScanPlan plan, IssueStore store, Figures figures) {
    this.request = request;
    this.plan = plan;
    this.store = store;
    this.figures = figures;
    ALWAYS_SHOWN.forEach(severity -> counts.put(severity, Count.NONE));
  }

  /** Adds a unit that is stored. */
  void add(UnitResult result) {
    looked.add(result.unit());
    slices.addAll(result.slices());
    result.counts().forEach((severity, count) -> counts.merge(severity, count, Count::plus));
    result.news().forEach(news::add);
    gaps.addAll(result.gaps());
    changed += result.changed();
    resources += result.resources();
  }

  /** Writes the report once nothing more will be added. */
  ScanReport report(Scan scan, Workforce.End end, Instant now) {
    addUnread(end);
    long whitelisted = countStored();
    Coverage coverage = Coverage.of(slices);
    Value.Fields kept = ReadUnits.in(figures(coverage, whitelisted), slices);
    Scan ended = scan.ended(now, outcome(end, coverage), kept);
    return new ScanReport(
        plan,
        ended,
        coverage,
        Collections.unmodifiableSortedMap(counts),
        news.list(),
        changed,
        whitelisted,
        gaps.stream().sorted(BY_PLACE).toList(),
        resources,
        figures.requests(),
        figures.throttled(),
        figures.waited(),
        end.deadlineReached());
  }

  private static Scan.Outcome outcome(Workforce.End end, Coverage coverage) {
    if (end.interrupted()) {
      return Scan.Outcome.INTERRUPTED;
    }
    return coverage.isFull() ? Scan.Outcome.COMPLETE : Scan.Outcome.INCOMPLETE;
  }

  private void addUnread(Workforce.End end) {
    for (Unit unit : plan.units().keySet()) {
      if (!looked.contains(unit)) {
        plan.slicesOf(unit).forEach(slice -> slices.add(SliceState.planned(slice, unit.service())));
      }
    }
    plan.shutUnits().forEach((unit, why) -> gaps.add(new NotCovered(unit, true, why)));
    end.notReached().forEach(unit -> gaps.add(new NotCovered(unit, true, end.whyNotReached(unit))));
  }

  /** Counts the open issues within what was looked at; returns the whitelisted ones. */
  private long countStored() {
    Set<Slice> lookedAt = new HashSet<>(plan.slices());
    long[] whitelisted = {0};
    IssueQuery live = IssueQuery.ALL.withStatuses(Set.of(Status.OPEN, Status.WHITELISTED));
    store.query(
        request.resource().map(live::withResource).orElse(live),
        issue -> {
          if (!lookedAt.contains(issue.slice())) {
            return;
          }
          if (issue.status() == Status.WHITELISTED) {
            whitelisted[0]++;
          } else {
            counts.merge(issue.finding().severity(), new Count(1, 0, 0, 0), Count::plus);
          }
        });
    return whitelisted[0];
  }

  private Value.Fields figures(Coverage coverage, long whitelisted) {
    Value.Builder bySeverity = Value.fields();
    for (Map.Entry<Severity, Count> entry : counts.entrySet()) {
      Count count = entry.getValue();
      bySeverity.put(
          entry.getKey().word(),
          Value.fields()
              .put("open", count.open())
              .put("new", count.fresh())
              .put("back", count.back())
              .put("resolved", count.resolved())
              .build());
    }
    Value.Fields all =
        Value.fields()
            .put("counts", bySeverity.build())
            .put("units", coverage.units())
            .put("complete", coverage.complete())
            .put("partial", coverage.partial())
            .put("failed", coverage.failed())
            .put("judged", coverage.judged())
            .put("unknown", coverage.unknown())
            .put("changed", changed)
            .put("whitelisted", whitelisted)
            .put("requests", figures.requests())
            .put("throttled", figures.throttled())
            .put("waited_seconds", figures.waited().toSeconds())
            .build();
    return plan.roster().in(all);
  }
}
