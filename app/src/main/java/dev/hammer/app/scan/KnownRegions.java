package dev.hammer.app.scan;

import dev.hammer.core.issue.ScanStore;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The regions in which each account was ever to be looked at, as the books have them. */
final class KnownRegions {
  private final Map<AccountId, SortedSet<Region>> regions = new HashMap<>();
  private final Map<Region, Region> same = new HashMap<>();
  private final SortedSet<String> checks = new TreeSet<>();

  /**
   * Reads the books, slice by slice.
   *
   * @param others hears of each slice, too
   */
  static KnownRegions of(ScanStore store, Consumer<SliceState> others) {
    KnownRegions known = new KnownRegions();
    store.slices(
        state -> {
          known.add(state.slice());
          others.accept(state);
        });
    return known;
  }

  static KnownRegions of(Collection<Slice> slices) {
    KnownRegions known = new KnownRegions();
    slices.forEach(known::add);
    return known;
  }

  /** Those of an account, sorted; none if it was never planned, or never with a real region. */
  SortedSet<Region> of(AccountId account) {
    return regions.getOrDefault(account, new TreeSet<>());
  }

  /**
   * Slices of regions that an account has no longer enabled. Nobody can look there any more, so
   * they would stand in the books as an old look for ever. Only the account itself says so: one
   * that could not be entered keeps all it has.
   */
  List<Slice> gone(Collection<Entered> entered) {
    List<Slice> gone = new ArrayList<>();
    for (Entered one : entered) {
      if (one instanceof Entered.Open(Target target, var _, List<Region> enabled)
          && !enabled.isEmpty()) {
        of(target.account()).stream()
            .filter(region -> !enabled.contains(region))
            .forEach(r -> checks.forEach(c -> gone.add(new Slice(target.account(), r, c))));
      }
    }
    return gone;
  }

  private void add(Slice slice) {
    if (slice.region().isReal()) {
      checks.add(slice.check());
      regions
          .computeIfAbsent(slice.account(), _ -> new TreeSet<>())
          .add(same.computeIfAbsent(slice.region(), region -> region));
    }
  }
}
