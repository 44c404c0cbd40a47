package dev.hammer.app.history;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.scan.ReadUnits;
import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.HistoryPage;
import dev.hammer.core.issue.HistoryQuery;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Store;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.scan.Unit;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares how things stood at the end of two scans, by what was stored in between. */
public final class Comparison {
  private static final int PAGE = 500;

  private static final Comparator<Difference> WORST_FIRST =
      Comparator.comparing(Difference::kind)
          .thenComparing(Difference::severity, Comparator.reverseOrder())
          .thenComparing(difference -> difference.issue().key());

  private final Store store;

  public Comparison(Store store) {
    this.store = store;
  }

  /**
   * Compares.
   *
   * @throws CommandFailure if there is nothing between the two
   */
  public Diff of(Scan from, Scan to) {
    Instant begin = momentOf(from);
    Instant end = momentOf(to);
    if (from.id().equals(to.id())) {
      throw usage("both names mean the scan " + to.id(), "Name two scans: hammer diff A B");
    }
    if (begin.isAfter(end)) {
      throw usage(
          from.id() + " ended after " + to.id(),
          "Turn them round: hammer diff " + to.id() + " " + from.id());
    }
    Optional<SortedSet<Unit>> before = ReadUnits.of(from);
    Optional<SortedSet<Unit>> after = ReadUnits.of(to);
    boolean isKnown = before.isPresent() && after.isPresent();
    SortedSet<Unit> none = Collections.emptySortedSet();
    return new Diff(
        from,
        to,
        differences(begin, end),
        isKnown,
        isKnown ? lost(to, without(before.orElse(none), after.orElse(none))) : List.of(),
        isKnown ? without(after.orElse(none), before.orElse(none)).size() : 0);
  }

  /**
   * When a scan had made its changes. One that was killed has no end: then its last change is it.
   */
  private Instant momentOf(Scan scan) {
    return scan.ended()
        .or(
            () ->
                store.history(HistoryQuery.ALL.withScan(scan.id()), "", 1).entries().stream()
                    .map(HistoryEntry::at)
                    .findFirst())
        .orElse(scan.started());
  }

  private List<Difference> differences(Instant begin, Instant end) {
    Map<IssueKey, Story> stories = new TreeMap<>();
    HistoryQuery between =
        HistoryQuery.ALL.withSince(begin.plusNanos(1)).withBefore(end.plusNanos(1));
    Optional<String> from = Optional.of("");
    while (from.isPresent()) {
      HistoryPage page = store.history(between, from.get(), PAGE);
      page.entries()
          .forEach(e -> stories.computeIfAbsent(e.key(), _ -> new Story(e)).seeEarlier(e));
      from = page.next();
    }
    List<Difference> differences = new ArrayList<>();
    List<IssueKey> keys = List.copyOf(stories.keySet());
    for (int i = 0; i < keys.size(); i += PAGE) {
      for (Issue issue : store.issues(keys.subList(i, Math.min(keys.size(), i + PAGE)))) {
        Optional.ofNullable(stories.get(issue.key()))
            .flatMap(story -> story.told(issue))
            .ifPresent(differences::add);
      }
    }
    return differences.stream().sorted(WORST_FIRST).toList();
  }

  private List<Lost> lost(Scan to, SortedSet<Unit> units) {
    if (units.isEmpty()) {
      return List.of();
    }
    Map<Unit, ReadFailure> reasons = new TreeMap<>();
    store.slices(
        state -> {
          if (units.contains(state.unit()) && isOf(to, state)) {
            state.failures().stream().findFirst().ifPresent(w -> reasons.put(state.unit(), w));
          }
        });
    return units.stream()
        .map(unit -> new Lost(unit, Optional.ofNullable(reasons.get(unit))))
        .toList();
  }

  private static boolean isOf(Scan scan, SliceState state) {
    return state.scanId().filter(scan.id()::equals).isPresent();
  }

  private static SortedSet<Unit> without(SortedSet<Unit> some, SortedSet<Unit> others) {
    SortedSet<Unit> left = new TreeSet<>(some);
    left.removeAll(others);
    return left;
  }

  private static CommandFailure usage(String message, String remedy) {
    return new CommandFailure(CommandFailure.Kind.USAGE, "diff.order", message, remedy);
  }

  /** What happened to one issue, seen from the end. */
  private static final class Story {
    private final HistoryEntry last;
    private final Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
    private Value.Fields before = Value.Fields.NONE;

    Story(HistoryEntry last) {
      this.last = last;
    }

    void seeEarlier(HistoryEntry entry) {
      before = entry.before();
      kinds.add(entry.kind());
    }

    Optional<Difference> told(Issue issue) {
      return kind(status(before), status(last.after()))
          .map(kind -> new Difference(kind, severity(issue), last, issue));
    }

    private Optional<Difference.Kind> kind(Optional<Status> was, Optional<Status> is) {
      return switch (is.orElse(Status.UNKNOWN)) {
        case OPEN, UNKNOWN -> there(was);
        case WHITELISTED ->
            was.filter(status -> status == Status.WHITELISTED).isPresent()
                ? Optional.empty()
                : Optional.of(Difference.Kind.ACCEPTED);
        case RESOLVED, CLOSED -> was.filter(Status::isLive).map(_ -> Difference.Kind.RESOLVED);
      };
    }

    private Optional<Difference.Kind> there(Optional<Status> was) {
      if (was.isEmpty()) {
        return Optional.of(Difference.Kind.NEW);
      }
      return switch (was.get()) {
        case RESOLVED, CLOSED -> Optional.of(Difference.Kind.BACK);
        case WHITELISTED -> Optional.of(Difference.Kind.CHANGED);
        case OPEN, UNKNOWN ->
            kinds.contains(EventKind.BACK)
                ? Optional.of(Difference.Kind.BACK)
                : Optional.of(Difference.Kind.CHANGED)
                    .filter(_ -> kinds.contains(EventKind.CHANGED));
      };
    }

    private Severity severity(Issue issue) {
      return last.after()
          .text("severity")
          .flatMap(Severity::parse)
          .orElse(issue.finding().severity());
    }

    private static Optional<Status> status(Value.Fields state) {
      return state.text("status").map(Status::parse);
    }
  }
}
