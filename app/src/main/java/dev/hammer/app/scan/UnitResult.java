package dev.hammer.app.scan;

import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Merged;
import dev.hammer.core.issue.Status;
import dev.hammer.core.scan.Look;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.scan.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is kept of a unit once it is stored: how it went and what it changed, but not what was seen,
 * so that the memory of a scan does not grow with the number of resources.
 *
 * @param slices how each slice went
 * @param counts what changed, by severity
 * @param news new and back issues, the worst first, no more than a report shows
 * @param changed issues of which something significant is different
 * @param unproved issues that stay accepted only because nobody could tell whether their entry is
 *     still about them
 * @param resources distinct resources that were judged
 * @param gaps what should have been read and was not
 */
record UnitResult(
    Unit unit,
    List<SliceState> slices,
    SortedMap<Severity, Count> counts,
    List<Issue> news,
    long changed,
    long unproved,
    long resources,
    List<NotCovered> gaps) {

  /** The digest of what was merged and stored. */
  static UnitResult of(Unit unit, List<Merged> merged) {
    List<Change> changes = merged.stream().flatMap(m -> m.changes().stream()).toList();
    List<Look> looks = merged.stream().map(Merged::look).toList();
    SortedMap<Severity, Count> counts = new TreeMap<>();
    changes.forEach(c -> counts.merge(c.after().finding().severity(), count(c), Count::plus));
    Worst news = new Worst(ScanReport.NEWS_KEPT);
    changes.stream().filter(UnitResult::isNews).map(Change::after).forEach(news::add);
    return new UnitResult(
        unit,
        looks.stream().map(UnitResult::slice).toList(),
        counts,
        news.list(),
        changes.stream().filter(c -> isAbout(c, EventKind.CHANGED)).count(),
        merged.stream().mapToLong(m -> m.unproved().size()).sum(),
        resources(looks),
        NotCovered.of(unit, looks));
  }

  SliceOutcome outcome() {
    return slices.stream().map(SliceState::outcome).max(Enum::compareTo).orElseThrow();
  }

  /** Verdicts other than unknown, counted per check. */
  long judged() {
    return slices.stream().mapToLong(SliceState::judged).sum();
  }

  /** Issues that are new or back. */
  long fresh() {
    return counts.values().stream().mapToLong(count -> count.fresh() + count.back()).sum();
  }

  private static SliceState slice(Look look) {
    return new SliceState(
        look.slice(),
        look.service(),
        Optional.of(look.scanId()),
        Optional.of(look.began()),
        Optional.of(look.ended()),
        look.outcome(),
        List.of(),
        look.violations().size() + (long) look.compliant().size(),
        look.undecided().size(),
        List.of());
  }

  private static boolean isNews(Change change) {
    return change.after().status() == Status.OPEN
        && (isAbout(change, EventKind.FOUND) || isAbout(change, EventKind.BACK));
  }

  private static boolean isAbout(Change change, EventKind kind) {
    return change.entry().filter(entry -> entry.kind() == kind).isPresent();
  }

  private static Count count(Change change) {
    if (isNews(change)) {
      return isAbout(change, EventKind.FOUND) ? new Count(0, 1, 0, 0) : new Count(0, 0, 1, 0);
    }
    return isAbout(change, EventKind.RESOLVED) ? new Count(0, 0, 0, 1) : Count.NONE;
  }

  /** A resource that several checks judged counts once; readers are told apart by type. */
  private static long resources(List<Look> looks) {
    Set<String> ids = new HashSet<>();
    for (Look look : looks) {
      String type =
          Catalogue.check(look.slice().check()).map(c -> c.info().resourceType()).orElse("");
      look.violations().forEach(v -> ids.add(type + v.ref().id()));
      look.compliant().keySet().forEach(id -> ids.add(type + id));
      look.undecided().forEach(u -> ids.add(type + u.ref().id()));
    }
    return ids.size();
  }
}
