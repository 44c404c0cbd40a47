package dev.hammer.app.scan;

import dev.hammer.app.config.AwsSection;
import dev.hammer.aws.CallerIdentity;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.scan.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What a scan is about to do.
 *
 * @param whole every slice of the configured scope, looked at or not
 * @param targets the accounts to look at, and why one could not be entered
 * @param units the units to look at, each with the ids of its checks
 * @param regions the regions to look at, of all accounts together
 * @param disabled checks that are off
 * @param roster the accounts of the whole configured scope, and those it leaves out
 */
public record ScanPlan(
    String scanId,
    CallerIdentity identity,
    SortedMap<Target, Optional<ReadFailure>> targets,
    List<SliceState> whole,
    SortedMap<Unit, List<String>> units,
    SortedSet<Region> regions,
    List<String> checks,
    List<String> disabled,
    Roster roster) {

  /** The slices to look at. */
  public List<Slice> slices() {
    return units.keySet().stream().flatMap(unit -> slicesOf(unit).stream()).toList();
  }

  /** The settings that hold for an account, as its rule of the organization has them. */
  public AwsSection settingsOf(AccountId account, AwsSection all) {
    return roster.target(account).map(target -> target.settings(all)).orElse(all);
  }

  /** Accounts that could not be entered. */
  public Map<Target, ReadFailure> shut() {
    Map<Target, ReadFailure> refused = new TreeMap<>();
    targets.forEach((target, why) -> why.ifPresent(w -> refused.put(target, w)));
    return refused;
  }

  /** The units of accounts that could not be entered, and why. */
  SortedMap<Unit, ReadFailure> shutUnits() {
    Map<AccountId, ReadFailure> refused = new HashMap<>();
    shut().forEach((target, why) -> refused.put(target.account(), why));
    SortedMap<Unit, ReadFailure> shut = new TreeMap<>();
    for (Unit unit : units.keySet()) {
      ReadFailure why = refused.get(unit.account());
      if (why != null) {
        shut.put(unit, why);
      }
    }
    return shut;
  }

  /** The slices of a unit that are to be looked at. */
  List<Slice> slicesOf(Unit unit) {
    return units.getOrDefault(unit, List.of()).stream()
        .map(check -> new Slice(unit.account(), unit.region(), check))
        .toList();
  }
}
