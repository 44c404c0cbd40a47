package dev.hammer.core.reading;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Lists all resources of one type in one account and region, or finds one of them. The only place
 * that does I/O for its type, together with the facets of the snapshots it makes.
 */
public interface Reader<S extends Snapshot> {
  /**
   * Streams every resource of all pages.
   *
   * @return how far it came; failures are part of the answer and never thrown
   */
  ListingEnd list(Consumer<? super S> found);

  /**
   * One resource by its id, ARN or an alias, for a re-check.
   *
   * @return empty if it does not exist
   * @throws UnreadableException if that could not be told
   */
  Optional<S> find(String name);

  /** What a complete listing proves about what it did not bring. */
  default Absence absence() {
    return Absence.GONE;
  }
}
