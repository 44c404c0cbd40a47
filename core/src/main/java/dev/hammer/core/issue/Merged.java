package dev.hammer.core.issue;

import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.scan.Look;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.scan.Undecided;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The outcome of a merge.
 *
 * @param unconfirmed ids of live issues that the look could neither confirm nor resolve
 * @param unproved ids of issues that stay accepted only because nobody could tell whether their
 *     entry is still about them
 */
public record Merged(
    Look look, List<Change> changes, List<String> unconfirmed, List<String> unproved) {
  private static final int FAILURES_KEPT = 20;

  /**
   * How the slice stands now; absent for a look at one resource, which says nothing of the rest.
   */
  public Optional<SliceState> state() {
    if (look.only().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new SliceState(
            look.slice(),
            look.service(),
            Optional.of(look.scanId()),
            Optional.of(look.began()),
            Optional.of(look.ended()),
            look.outcome(),
            failures(),
            look.violations().size() + (long) look.compliant().size(),
            look.undecided().size(),
            unconfirmed));
  }

  private List<ReadFailure> failures() {
    Stream<ReadFailure> listing =
        switch (look.end()) {
          case ListingEnd.Complete _ -> Stream.of();
          case ListingEnd.Partial(List<ListingEnd.Gap> gaps) ->
              gaps.stream().map(ListingEnd.Gap::why);
          case ListingEnd.Broken(ReadFailure why) -> Stream.of(why);
        };
    return Stream.concat(listing, look.undecided().stream().map(Undecided::why))
        .distinct()
        .limit(FAILURES_KEPT)
        .toList();
  }
}
