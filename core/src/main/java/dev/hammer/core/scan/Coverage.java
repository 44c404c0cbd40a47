package dev.hammer.core.scan;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How much of what should be looked at was really read. A unit is complete when all its slices are,
 * failed when one failed or was not reached, else partial.
 *
 * @param asOf the oldest look it rests on; absent if a unit was never looked at
 * @param judged resources with a decided verdict, counted per check
 * @param unknown resources whose verdict is unknown, counted per check
 */
public record Coverage(
    int units,
    int complete,
    int partial,
    int failed,
    Optional<Instant> asOf,
    long judged,
    long unknown) {

  public static final Coverage NONE = new Coverage(0, 0, 0, 0, Optional.empty(), 0, 0);

  /** Adds up the slices of a scope. */
  public static Coverage of(Collection<SliceState> slices) {
    Map<SliceOutcome, Integer> counts = new EnumMap<>(SliceOutcome.class);
    byUnit(slices).values().forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
    int complete = counts.getOrDefault(SliceOutcome.COMPLETE, 0);
    int partial = counts.getOrDefault(SliceOutcome.PARTIAL, 0);
    int units = counts.values().stream().mapToInt(Integer::intValue).sum();
    boolean allLooked = slices.stream().allMatch(s -> s.began().isPresent());
    return new Coverage(
        units,
        complete,
        partial,
        units - complete - partial,
        allLooked
            ? slices.stream().flatMap(s -> s.began().stream()).min(Instant::compareTo)
            : Optional.empty(),
        slices.stream().mapToLong(SliceState::judged).sum(),
        slices.stream().mapToLong(SliceState::unknown).sum());
  }

  /** Both together; they must have no unit in common. */
  public Coverage plus(Coverage other) {
    return new Coverage(
        units + other.units,
        complete + other.complete,
        partial + other.partial,
        failed + other.failed,
        oldest(other),
        judged + other.judged,
        unknown + other.unknown);
  }

  private Optional<Instant> oldest(Coverage other) {
    if (units == 0 || other.units == 0) {
      return units == 0 ? other.asOf : asOf;
    }
    return asOf.isEmpty() || other.asOf.isEmpty()
        ? Optional.empty()
        : Optional.of(asOf.get().isBefore(other.asOf.get()) ? asOf.get() : other.asOf.get());
  }

  /** The outcome of each unit, by unit. */
  public static Map<Unit, SliceOutcome> byUnit(Collection<SliceState> slices) {
    Map<Unit, List<SliceState>> units = new TreeMap<>();
    slices.forEach(
        s ->
            units.merge(
                s.unit(),
                List.of(s),
                (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList()));
    Map<Unit, SliceOutcome> outcomes = new TreeMap<>();
    units.forEach((unit, parts) -> outcomes.put(unit, worst(parts)));
    return outcomes;
  }

  /** Per cent of the units with one decimal, rounded down: 100 means all. */
  public double percent() {
    return units == 0 ? 0 : Math.floor(complete * 1000.0 / units) / 10;
  }

  /** Whether everything that should be looked at was read and decided. */
  public boolean isFull() {
    return units > 0 && complete == units;
  }

  private static SliceOutcome worst(List<SliceState> parts) {
    return parts.stream().map(SliceState::outcome).max(Enum::compareTo).orElseThrow();
  }
}
