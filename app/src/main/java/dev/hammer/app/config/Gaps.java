package dev.hammer.app.config;

import dev.hammer.core.scan.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The accepted gaps that are in force: what a scan leaves out, and says so. */
public record Gaps(List<AcceptedGap> accepted) {
  public static final Gaps NONE = new Gaps(List.of());

  public Gaps {
    accepted = List.copyOf(accepted);
  }

  /** Those that are in force at a moment. */
  public static Gaps at(List<AcceptedGap> all, Instant now) {
    return new Gaps(all.stream().filter(gap -> gap.isActive(now)).toList());
  }

  /**
   * A unit that is left out.
   *
   * @param gap the first that names it
   */
  public record Left(Unit unit, AcceptedGap gap) {}

  /**
   * The gap that leaves a unit out, if one does.
   *
   * @param names what its account may be called
   */
  public Optional<AcceptedGap> of(List<String> names, Unit unit) {
    return accepted.stream()
        .filter(gap -> gap.covers(names, unit.region().name(), unit.service()))
        .findFirst();
  }
}
