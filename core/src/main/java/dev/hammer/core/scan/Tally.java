package dev.hammer.core.scan;

import dev.hammer.core.check.Check;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.reading.Absence;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.Reading;
import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Judges resources by one check and keeps the verdicts; safe for many threads. */
final class Tally<S extends Snapshot> {
  private static final Comparator<Judged> BY_ID = Comparator.comparing(j -> j.ref().id());

  private final Check<S> check;
  private final List<Judged> violations = new ArrayList<>();
  private final Map<String, Instant> compliant = new TreeMap<>();
  private final Map<String, String> aliases = new TreeMap<>();
  private final List<Undecided> undecided = new ArrayList<>();

  Tally(Check<S> check) {
    this.check = check;
  }

  /** Judges one resource; a defect leaves it undecided, so that it never looks like gone. */
  void judge(S snapshot) {
    try {
      keep(snapshot, verdict(snapshot));
    } catch (RuntimeException | StackOverflowError defect) {
      ApiCall call = check.info().decides().getFirst();
      ReadFailure why = ReadFailure.of(call, ReadFailure.Kind.DEFECT, String.valueOf(defect));
      keep(new Undecided(snapshot.ref(), why));
    }
  }

  private void keep(S snapshot, Verdict verdict) {
    switch (verdict) {
      case Verdict.Compliant _ -> seenCompliant(snapshot);
      case Verdict.Violating violating -> keep(judged(snapshot, violating));
      case Verdict.Unknown(ReadFailure why) -> keep(new Undecided(snapshot.ref(), why));
    }
  }

  synchronized Look look(
      Unit unit,
      ReaderPlan<S> plan,
      String scanId,
      Instant began,
      Instant ended,
      ListingEnd end,
      Optional<String> only) {
    violations.sort(BY_ID);
    undecided.sort(Comparator.comparing(u -> u.ref().id()));
    return new Look(
        new Slice(unit.account(), unit.region(), check.info().id()),
        unit.service(),
        scanId,
        began,
        ended,
        end,
        only.isPresent() ? Absence.GONE : plan.reader().absence(),
        List.copyOf(violations),
        Map.copyOf(compliant),
        Map.copyOf(aliases),
        List.copyOf(undecided),
        only);
  }

  private Verdict verdict(S snapshot) {
    try {
      return check.judge(snapshot);
    } catch (UnreadableException unreadable) {
      return new Verdict.Unknown(unreadable.failure());
    }
  }

  /** Tags decorate: they are read only now, and a refusal is named beside the fault. */
  private Judged judged(S snapshot, Verdict.Violating violating) {
    Reading<Tags> tags = snapshot.tags().reading();
    Verdict.Violating complete =
        tags.failure()
            .map(violating::without)
            .orElse(violating)
            .withDetails(details(violating, tags));
    return new Judged(
        snapshot.ref(),
        snapshot.readAt(),
        complete,
        tags.known().orElse(Tags.NONE),
        snapshot.view(),
        callsOf(snapshot));
  }

  private static Value.Fields details(Verdict.Violating violating, Reading<Tags> tags) {
    Value.Builder details = Value.fields();
    violating.details().fields().forEach(details::add);
    return details.note("tags", tags.known().map(Tags::toValue).orElseGet(Value::absent)).build();
  }

  private List<ApiCall> callsOf(S snapshot) {
    List<ApiCall> calls = new ArrayList<>(check.info().decides().subList(0, 1));
    snapshot.callsSoFar().stream().filter(check.info().calls()::contains).forEach(calls::add);
    return calls.stream().distinct().toList();
  }

  private synchronized void seenCompliant(S snapshot) {
    ResourceRef ref = snapshot.ref();
    compliant.put(ref.id(), snapshot.readAt());
    ref.aliases().forEach(alias -> aliases.put(alias, ref.id()));
  }

  private synchronized void keep(Judged violation) {
    violations.add(violation);
  }

  private synchronized void keep(Undecided one) {
    undecided.add(one);
  }
}
