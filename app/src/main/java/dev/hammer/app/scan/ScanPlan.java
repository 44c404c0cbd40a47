package dev.hammer.app.scan;

import dev.hammer.aws.CallerIdentity;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.scan.Unit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What a scan is about to do.
 *
 * @param whole every slice of the configured scope, looked at or not
 * @param targets the accounts to look at, and why one could not be entered
 * @param units the units to look at, each with the ids of its checks
 * @param regions the regions to look at, of all accounts together
 * @param disabled checks that are off
 */
public record ScanPlan(
    String scanId,
    CallerIdentity identity,
    SortedMap<Target, Optional<ReadFailure>> targets,
    List<SliceState> whole,
    SortedMap<Unit, List<String>> units,
    SortedSet<Region> regions,
    List<String> checks,
    List<String> disabled) {

  /** The slices to look at. */
  public List<Slice> slices() {
    return units.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream()
                    .map(
                        check ->
                            new Slice(entry.getKey().account(), entry.getKey().region(), check)))
        .toList();
  }

  /** Accounts that could not be entered. */
  public Map<Target, ReadFailure> shut() {
    Map<Target, ReadFailure> refused = new java.util.TreeMap<>();
    targets.forEach((target, why) -> why.ifPresent(w -> refused.put(target, w)));
    return refused;
  }
}
