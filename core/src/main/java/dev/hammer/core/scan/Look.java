package dev.hammer.core.scan;

import dev.hammer.core.reading.Absence;
import dev.hammer.core.reading.ListingEnd;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one check saw in one account and region.
 *
 * @param began when the listing began: only what was stored before can be resolved by absence
 * @param violations what violates
 * @param compliant issue id to time of reading of what was seen compliant
 * @param aliases other spellings of what was seen compliant, to its issue id
 * @param undecided what could not be told
 * @param only set if just the resource of that name was looked for; nothing else is touched then
 */
public record Look(
    Slice slice,
    String service,
    String scanId,
    Instant began,
    Instant ended,
    ListingEnd end,
    Absence absence,
    List<Judged> violations,
    Map<String, Instant> compliant,
    Map<String, String> aliases,
    List<Undecided> undecided,
    Optional<String> only) {

  /** How the slice stands after this look. */
  public SliceOutcome outcome() {
    return switch (end) {
      case ListingEnd.Broken _ -> SliceOutcome.FAILED;
      case ListingEnd.Partial _ -> SliceOutcome.PARTIAL;
      case ListingEnd.Complete _ ->
          undecided.isEmpty() ? SliceOutcome.COMPLETE : SliceOutcome.PARTIAL;
    };
  }
}
