package dev.hammer.app.scan;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Slices of regions that an account has no longer enabled. Nobody can look there any more, so they
 * would stand in the books as an old look for ever. Only the account itself says so: one that could
 * not be entered, or whose regions the configuration names, keeps all it has.
 */
final class GoneRegions {
  private GoneRegions() {}

  static List<Slice> of(
      Collection<SliceState> known, Collection<SliceState> whole, List<Entered> entered) {
    Map<AccountId, Set<Region>> enabled = new HashMap<>();
    for (Entered one : entered) {
      if (one instanceof Entered.Open(Target target, var _, List<Region> regions)
          && !regions.isEmpty()) {
        enabled.put(target.account(), Set.copyOf(regions));
      }
    }
    Set<Slice> planned = new HashSet<>();
    whole.forEach(state -> planned.add(state.slice()));
    return known.stream()
        .map(SliceState::slice)
        .filter(slice -> slice.region().isReal() && !planned.contains(slice))
        .filter(slice -> enabled.containsKey(slice.account()))
        .filter(s -> !enabled.getOrDefault(s.account(), Set.of()).contains(s.region()))
        .toList();
  }
}
