package dev.hammer.app.scan;

import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.IssueStore;
import dev.hammer.core.issue.Merged;
import dev.hammer.core.issue.Status;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.scan.Coverage;
import dev.hammer.core.scan.Look;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.scan.Undecided;
import dev.hammer.core.scan.Unit;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up what the units of a scan saw. */
final class ReportWriter {
  private static final Comparator<Issue> WORST_FIRST =
      Comparator.comparing((Issue i) -> i.finding().severity())
          .reversed()
          .thenComparing(Issue::key);

  private final ScanPlan plan;
  private final Workforce.End end;
  private final IssueStore store;
  private final Figures figures;

  ReportWriter(ScanPlan plan, Workforce.End end, IssueStore store, Figures figures) {
    this.plan = plan;
    this.end = end;
    this.store = store;
    this.figures = figures;
  }

  ScanReport report(Scan scan, Instant now) {
    Coverage coverage = Coverage.of(states());
    Tallies tallies = tallies();
    List<NotCovered> gaps = notCovered();
    Scan ended = scan.ended(now, outcome(coverage), figures(coverage, tallies));
    return new ScanReport(
        plan,
        ended,
        coverage,
        tallies.counts(),
        tallies.news(),
        tallies.changed(),
        tallies.whitelisted(),
        gaps,
        resources(),
        figures.requests(),
        figures.throttled(),
        end.deadlineReached());
  }

  private Scan.Outcome outcome(Coverage coverage) {
    if (end.interrupted()) {
      return Scan.Outcome.INTERRUPTED;
    }
    return coverage.isFull() ? Scan.Outcome.COMPLETE : Scan.Outcome.INCOMPLETE;
  }

  private List<SliceState> states() {
    List<SliceState> states = new ArrayList<>();
    for (Merged merged : merged()) {
      Look look = merged.look();
      states.add(
          new SliceState(
              look.slice(),
              look.service(),
              Optional.of(look.scanId()),
              Optional.of(look.began()),
              Optional.of(look.ended()),
              look.outcome(),
              List.of(),
              look.violations().size() + (long) look.compliant().size(),
              look.undecided().size(),
              List.of()));
    }
    Set<Unit> looked = new HashSet<>();
    end.results().forEach(result -> looked.add(result.unit()));
    plan.units()
        .forEach(
            (unit, checks) -> {
              if (!looked.contains(unit)) {
                checks.forEach(
                    check ->
                        states.add(
                            SliceState.planned(
                                new Slice(unit.account(), unit.region(), check), unit.service())));
              }
            });
    return states;
  }

  private record Tallies(
      SortedMap<Severity, Count> counts, List<Issue> news, long changed, long whitelisted) {}

  private Tallies tallies() {
    SortedMap<Severity, Count> counts = new TreeMap<>(Collections.reverseOrder());
    List<Severity> shown = List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);
    shown.forEach(severity -> counts.put(severity, Count.NONE));
    List<Issue> news = new ArrayList<>();
    long changed = 0;
    for (Merged merged : merged()) {
      for (Change change : merged.changes()) {
        Issue after = change.after();
        counts.merge(after.finding().severity(), count(change), Count::plus);
        if (isNews(change)) {
          news.add(after);
        }
        changed += change.entry().filter(e -> e.kind() == EventKind.CHANGED).isPresent() ? 1 : 0;
      }
    }
    long whitelisted = countStored(counts);
    news.sort(WORST_FIRST);
    List<Issue> kept = news.stream().limit(ScanReport.NEWS_KEPT).toList();
    return new Tallies(Collections.unmodifiableSortedMap(counts), kept, changed, whitelisted);
  }

  /** Counts the open issues within what was looked at; returns the whitelisted ones. */
  private long countStored(Map<Severity, Count> counts) {
    Set<Slice> slices = new HashSet<>(plan.slices());
    long[] whitelisted = {0};
    IssueQuery live = IssueQuery.ALL.withStatuses(Set.of(Status.OPEN, Status.WHITELISTED));
    store.query(
        live,
        issue -> {
          if (!slices.contains(issue.slice())) {
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

  private static boolean isNews(Change change) {
    return change.after().status() == Status.OPEN
        && change
            .entry()
            .filter(e -> e.kind() == EventKind.FOUND || e.kind() == EventKind.BACK)
            .isPresent();
  }

  private static Count count(Change change) {
    boolean open = change.after().status() == Status.OPEN;
    return change
        .entry()
        .map(
            entry ->
                switch (entry.kind()) {
                  case FOUND -> new Count(0, open ? 1 : 0, 0, 0);
                  case BACK -> new Count(0, 0, open ? 1 : 0, 0);
                  case RESOLVED -> new Count(0, 0, 0, 1);
                  case CHANGED, WHITELISTED, UNWHITELISTED, REPORTED -> Count.NONE;
                })
        .orElse(Count.NONE);
  }

  private List<NotCovered> notCovered() {
    List<NotCovered> gaps = new ArrayList<>();
    plan.shut()
        .forEach(
            (target, why) ->
                plan.units().keySet().stream()
                    .filter(unit -> unit.account().equals(target.account()))
                    .forEach(unit -> gaps.add(new NotCovered(unit, true, why))));
    for (UnitResult result : end.results()) {
      result.merged().stream()
          .flatMap(merged -> gaps(result.unit(), merged.look()).stream())
          .distinct()
          .forEach(gaps::add);
    }
    for (Unit unit : end.notReached()) {
      ApiCall call = ApiCall.of(unit.service(), "-");
      gaps.add(new NotCovered(unit, true, notReached(call)));
    }
    gaps.sort(
        Comparator.comparing(NotCovered::unit)
            .thenComparing(gap -> gap.why().call())
            .thenComparing(gap -> gap.why().code()));
    return List.copyOf(gaps);
  }

  private ReadFailure notReached(ApiCall call) {
    String why = end.interrupted() ? "stopped before its turn" : "the deadline came first";
    return ReadFailure.of(call, ReadFailure.Kind.NOT_REACHED, why);
  }

  private static List<NotCovered> gaps(Unit unit, Look look) {
    List<NotCovered> gaps = new ArrayList<>();
    switch (look.end()) {
      case ListingEnd.Broken(ReadFailure why) -> gaps.add(new NotCovered(unit, true, why));
      case ListingEnd.Partial(List<ListingEnd.Gap> parents) ->
          parents.forEach(gap -> gaps.add(new NotCovered(unit, false, anonymous(gap.why()))));
      case ListingEnd.Complete _ -> {}
    }
    look.undecided().stream()
        .map(Undecided::why)
        .forEach(why -> gaps.add(new NotCovered(unit, false, anonymous(why))));
    return gaps.stream().distinct().toList();
  }

  /** Without the request id, so that one cause that hits many resources is one line. */
  private static ReadFailure anonymous(ReadFailure why) {
    return new ReadFailure(why.call(), why.kind(), why.code(), why.detail(), Optional.empty());
  }

  /** A resource that several checks judged counts once; readers are told apart by type. */
  private long resources() {
    return end.results().stream()
        .mapToLong(
            result -> {
              Set<String> ids = new HashSet<>();
              for (Merged merged : result.merged()) {
                Look look = merged.look();
                String type =
                    Catalogue.check(look.slice().check())
                        .map(c -> c.info().resourceType())
                        .orElse("");
                look.violations().forEach(v -> ids.add(type + v.ref().id()));
                look.compliant().keySet().forEach(id -> ids.add(type + id));
                look.undecided().forEach(u -> ids.add(type + u.ref().id()));
              }
              return ids.size();
            })
        .sum();
  }

  private List<Merged> merged() {
    return end.results().stream().flatMap(result -> result.merged().stream()).toList();
  }

  private Value.Fields figures(Coverage coverage, Tallies tallies) {
    Value.Builder bySeverity = Value.fields();
    tallies
        .counts()
        .forEach(
            (severity, count) ->
                bySeverity.put(
                    severity.word(),
                    Value.fields()
                        .put("open", count.open())
                        .put("new", count.fresh())
                        .put("back", count.back())
                        .put("resolved", count.resolved())
                        .build()));
    return Value.fields()
        .put("counts", bySeverity.build())
        .put("units", coverage.units())
        .put("complete", coverage.complete())
        .put("partial", coverage.partial())
        .put("failed", coverage.failed())
        .put("judged", coverage.judged())
        .put("unknown", coverage.unknown())
        .put("changed", tallies.changed())
        .put("whitelisted", tallies.whitelisted())
        .put("requests", figures.requests())
        .put("throttled", figures.throttled())
        .build();
  }
}
