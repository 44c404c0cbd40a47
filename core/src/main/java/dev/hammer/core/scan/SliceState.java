package dev.hammer.core.scan;

import dev.hammer.core.reading.ReadFailure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The last look at a slice, as stored.
 *
 * @param began when that look began; absent if there was none yet
 * @param failures why it is not complete: distinct failures, the listing's first
 * @param judged resources with a verdict other than unknown
 * @param unknown resources without
 * @param unconfirmed issue ids of open and whitelisted issues that this look could not confirm
 */
public record SliceState(
    Slice slice,
    String service,
    Optional<String> scanId,
    Optional<Instant> began,
    Optional<Instant> ended,
    SliceOutcome outcome,
    List<ReadFailure> failures,
    long judged,
    long unknown,
    List<String> unconfirmed) {

  public SliceState {
    failures = List.copyOf(failures);
    unconfirmed = List.copyOf(unconfirmed);
  }

  public Unit unit() {
    return new Unit(slice.account(), slice.region(), service);
  }

  /** A slice that is planned and was never looked at. */
  public static SliceState planned(Slice slice, String service) {
    return new SliceState(
        slice,
        service,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        SliceOutcome.NOT_REACHED,
        List.of(),
        0,
        0,
        List.of());
  }
}
