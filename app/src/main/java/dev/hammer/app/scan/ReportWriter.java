package dev.hammer.app.scan;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Store;
import dev.hammer.core.ledger.LedgerEntry;
import dev.hammer.core.ledger.Worker;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.scan.Coverage;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.scan.Unit;
import dev.hammer.core.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
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
  private final Store store;
  private final ReadUnits complete = new ReadUnits();
  private final SortedMap<Severity, Count> counts = new TreeMap<>(Collections.reverseOrder());
  private final Worst news = new Worst(ScanReport.NEWS_KEPT);
  private final List<NotCovered> gaps = new ArrayList<>();
  private Coverage coverage = Coverage.NONE;
  private long changed;
  private long unproved;
  private long resources;
  private long units;

  ReportWriter(ScanRequest request, ScanPlan plan, Store store) {
    this.request = request;
    this.plan = plan;
    this.store = store;
    ALWAYS_SHOWN.forEach(severity -> counts.put(severity, Count.NONE));
  }

  /** Adds a unit that this process looked at, and that is stored. */
  void add(UnitResult result) {
    cover(result.unit(), result.slices());
    result.counts().forEach((severity, count) -> counts.merge(severity, count, Count::plus));
    result.news().forEach(news::add);
    gaps.addAll(result.gaps());
    changed += result.changed();
    unproved += result.unproved();
    resources += result.resources();
    units++;
  }

  /**
   * Writes the report once nothing more will be added.
   *
   * @param isShared whether other processes worked on the scan, or this one before
   * @param self the id of this process among the workers
   * @param workers all processes that ever worked on it, this one as of now
   */
  ScanReport report(
      Scan scan,
      Workforce.End end,
      boolean isShared,
      String self,
      List<Worker> workers,
      Instant now) {
    Share own = new Share(Host.name(), Host.process(), true, units, resources);
    List<Share> shares = Share.of(own, self, workers, end.finishedByOthers().values());
    Value.Fields spent = Figures.sum(workers.stream().map(Worker::figures).toList());
    addUnread(end);
    if (isShared) {
      addOthers(end.finishedByOthers());
      recount(scan.id());
    }
    long whitelisted = countStored();
    Value.Fields kept = complete.in(figures(whitelisted, spent));
    Scan ended = scan.ended(now, outcome(end, coverage), request.in(kept));
    return new ScanReport(
        plan,
        ended,
        coverage,
        Collections.unmodifiableSortedMap(counts),
        news.list(),
        changed,
        whitelisted,
        unproved,
        gaps.stream().sorted(BY_PLACE).toList(),
        resources,
        shares,
        number(spent, Figures.REQUESTS),
        number(spent, Figures.THROTTLED),
        Duration.ofSeconds(number(spent, Figures.WAITED)),
        end.deadlineReached());
  }

  private static long number(Value.Fields figures, String name) {
    return figures.get(name).orElse(Value.of(0)) instanceof Value.Num(BigDecimal number)
        ? number.longValue()
        : 0;
  }

  private void cover(Unit unit, Collection<SliceState> slices) {
    Coverage covered = Coverage.of(slices);
    coverage = coverage.plus(covered);
    if (covered.isFull()) {
      complete.add(unit);
    }
  }

  private static Scan.Outcome outcome(Workforce.End end, Coverage coverage) {
    if (end.interrupted()) {
      return Scan.Outcome.INTERRUPTED;
    }
    return coverage.isFull() ? Scan.Outcome.COMPLETE : Scan.Outcome.INCOMPLETE;
  }

  private void addUnread(Workforce.End end) {
    plan.shutUnits().forEach(this::addUnread);
    end.notReached().forEach(this::addUnread);
    end.leftToOthers()
        .forEach(
            unit ->
                addUnread(
                    unit,
                    ReadFailure.of(
                        ApiCall.of(unit.service(), "-"),
                        ReadFailure.Kind.NOT_REACHED,
                        "another process is still at it")));
  }

  private void addUnread(Unit unit, ReadFailure why) {
    cover(
        unit,
        plan.slicesOf(unit).stream().map(s -> SliceState.planned(s, unit.service())).toList());
    gaps.add(new NotCovered(unit, true, why));
  }

  /** Units that another process did, as the books have them. */
  private void addOthers(SortedMap<Unit, LedgerEntry> units) {
    if (units.isEmpty()) {
      return;
    }
    resources += units.values().stream().mapToLong(LedgerEntry::resources).sum();
    Map<Unit, List<SliceState>> looks = new TreeMap<>();
    store.slices(
        state -> {
          if (units.containsKey(state.unit()) && plan.asks(state.slice())) {
            looks.computeIfAbsent(state.unit(), _ -> new ArrayList<>()).add(state);
          }
        });
    looks.forEach(this::cover);
    looks.values().forEach(slices -> gaps.addAll(NotCovered.of(slices)));
  }

  /** Of a shared scan, the history knows what was changed. */
  private void recount(String scanId) {
    Recount all = Recount.of(store, scanId);
    counts.clear();
    ALWAYS_SHOWN.forEach(severity -> counts.put(severity, Count.NONE));
    counts.putAll(all.counts());
    news.clear();
    all.news().forEach(news::add);
    changed = all.changed();
  }

  /** Counts the open issues within what was looked at; returns the whitelisted ones. */
  private long countStored() {
    long[] whitelisted = {0};
    IssueQuery live = IssueQuery.ALL.withStatuses(Set.of(Status.OPEN, Status.WHITELISTED));
    store.query(
        request.resource().map(live::withResource).orElse(live),
        issue -> {
          if (!plan.asks(issue.slice())) {
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

  private Value.Fields figures(long whitelisted, Value.Fields spent) {
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
    Value.Builder all =
        Value.fields()
            .put("counts", bySeverity.build())
            .put("units", coverage.units())
            .put("complete", coverage.complete())
            .put("partial", coverage.partial())
            .put("failed", coverage.failed())
            .put("judged", coverage.judged())
            .put("unknown", coverage.unknown())
            .put("changed", changed)
            .put("whitelisted", whitelisted);
    spent.fields().forEach(all::add);
    return plan.roster().in(all.build());
  }
}
