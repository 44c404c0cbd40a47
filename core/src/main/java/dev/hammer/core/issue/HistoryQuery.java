package dev.hammer.core.issue;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which changes to list, whatever issue they are of. An empty set means any.
 *
 * @param since the first moment
 * @param before the first moment that is too late
 * @param scanId the scan that made the change
 * @param actors exactly as stored
 */
public record HistoryQuery(
    Optional<Instant> since,
    Optional<Instant> before,
    Optional<String> scanId,
    Set<EventKind> kinds,
    Set<String> actors) {
  public static final HistoryQuery ALL =
      new HistoryQuery(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Set.of());

  public HistoryQuery {
    kinds = Set.copyOf(kinds);
    actors = Set.copyOf(actors);
  }

  public HistoryQuery withSince(Instant moment) {
    return new HistoryQuery(Optional.of(moment), before, scanId, kinds, actors);
  }

  public HistoryQuery withBefore(Instant moment) {
    return new HistoryQuery(since, Optional.of(moment), scanId, kinds, actors);
  }

  public HistoryQuery withScan(String id) {
    return new HistoryQuery(since, before, Optional.of(id), kinds, actors);
  }

  public HistoryQuery withKinds(Set<EventKind> any) {
    return new HistoryQuery(since, before, scanId, any, actors);
  }

  public HistoryQuery withActors(Set<String> any) {
    return new HistoryQuery(since, before, scanId, kinds, any);
  }

  /** Whether it selects this change. */
  public boolean test(HistoryEntry entry) {
    return since.filter(moment -> entry.at().isBefore(moment)).isEmpty()
        && before.filter(moment -> !entry.at().isBefore(moment)).isEmpty()
        && (scanId.isEmpty() || scanId.equals(entry.scanId()))
        && (kinds.isEmpty() || kinds.contains(entry.kind()))
        && (actors.isEmpty() || actors.contains(entry.actor()));
  }
}
