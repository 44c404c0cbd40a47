package dev.hammer.app.scan;

import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.scan.Look;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.scan.Undecided;
import dev.hammer.core.scan.Unit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something a scan should have read and did not.
 *
 * @param whole whether nothing of the unit could be read, or only some verdicts are unknown
 */
public record NotCovered(Unit unit, boolean whole, ReadFailure why) {
  private static final int KEPT_OF_A_UNIT = 20;

  /** What the looks at a unit lack: one for each cause, however many resources it hit. */
  static List<NotCovered> of(Unit unit, Collection<Look> looks) {
    return looks.stream()
        .flatMap(look -> Stream.concat(listing(unit, look), verdicts(unit, look)))
        .distinct()
        .limit(KEPT_OF_A_UNIT)
        .toList();
  }

  /** The same, of looks that are known by how they ended. */
  static List<NotCovered> of(Collection<SliceState> slices) {
    return slices.stream()
        .flatMap(
            slice ->
                slice.failures().stream()
                    .map(
                        why ->
                            new NotCovered(
                                slice.unit(),
                                slice.outcome() == SliceOutcome.FAILED,
                                anonymous(why))))
        .distinct()
        .limit(KEPT_OF_A_UNIT)
        .toList();
  }

  /** The reason as in JSON: denied, throttled, not_reached or error. */
  public String reason() {
    return switch (why.kind()) {
      case DENIED -> "denied";
      case THROTTLED -> "throttled";
      case NOT_REACHED -> "not_reached";
      case CREDENTIALS, NOT_ENABLED, UNREACHABLE, BROKEN, GONE, UNPARSABLE, ERROR, DEFECT ->
          "error";
    };
  }

  private static Stream<NotCovered> listing(Unit unit, Look look) {
    return switch (look.end()) {
      case ListingEnd.Broken(ReadFailure why) -> Stream.of(new NotCovered(unit, true, why));
      case ListingEnd.Partial(List<ListingEnd.Gap> parents) ->
          parents.stream().map(gap -> new NotCovered(unit, false, anonymous(gap.why())));
      case ListingEnd.Complete _ -> Stream.of();
    };
  }

  private static Stream<NotCovered> verdicts(Unit unit, Look look) {
    return look.undecided().stream()
        .map(Undecided::why)
        .map(why -> new NotCovered(unit, false, anonymous(why)));
  }

  /** Without the request id, which tells one resource from the next. */
  private static ReadFailure anonymous(ReadFailure why) {
    return new ReadFailure(why.call(), why.kind(), why.code(), why.detail(), Optional.empty());
  }
}
