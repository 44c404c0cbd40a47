package dev.hammer.app.scan;

import dev.hammer.checks.Catalogue;
import dev.hammer.core.reading.Absence;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.scan.Look;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks that are stored and began later than it is: by a machine whose clock was ahead, or this one
 * is behind. What is seen before that moment counts as older and changes nothing, so it must not
 * pass for a look: it is said that the unit was not covered.
 */
final class LaterLooks {
  /** The code of what was seen in vain. */
  static final String CODE = "LaterLookStored";

  /** Clocks of machines that agree differ by less. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  private final Instant latest;
  private final Map<Slice, Instant> began = new HashMap<>();

  /**
   * Begins to collect.
   *
   * @param now as this machine has it
   */
  LaterLooks(Instant now) {
    this.latest = now.plus(TOLERANCE);
  }

  void add(SliceState state) {
    state.began().filter(latest::isBefore).ifPresent(at -> began.put(state.slice(), at));
  }

  /** What a look comes to that changed nothing since a later one is stored. */
  Look overruled(Look look) {
    Instant later = began.get(look.slice());
    return later == null ? look : inVain(look, later);
  }

  private static Look inVain(Look look, Instant later) {
    ApiCall listing =
        Catalogue.check(look.slice().check())
            .map(type -> type.reader().listing())
            .orElse(ApiCall.of(look.service(), "-"));
    String why =
        "a look of " + later + " is stored, which the clock of this machine says is to come";
    return new Look(
        look.slice(),
        look.service(),
        look.scanId(),
        look.began(),
        look.ended(),
        new ListingEnd.Broken(
            new ReadFailure(listing, ReadFailure.Kind.ERROR, CODE, why, Optional.empty())),
        Absence.GONE,
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        look.only());
  }
}
