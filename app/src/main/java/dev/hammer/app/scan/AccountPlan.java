package dev.hammer.app.scan;

import dev.hammer.app.config.Gaps;
import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Scope;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.scan.Unit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a scan means to do in one account. Its units and slices are worked out when asked for: a
 * thousand accounts have a hundred thousand.
 *
 * @param chosen whether the account was asked for
 * @param shut why it could not be entered
 * @param regions where its regional checks look in the whole configured scope
 * @param checks those of the whole scope, and those asked for beside them
 * @param asked ids of the checks asked for
 * @param askedRegions the regions asked for, among them what has none
 * @param gaps what may stay unread
 */
record AccountPlan(
    Target target,
    boolean chosen,
    Optional<ReadFailure> shut,
    List<Region> regions,
    List<CheckInfo> checks,
    Set<String> asked,
    Set<Region> askedRegions,
    Gaps gaps) {

  AccountId account() {
    return target.account();
  }

  /** Whether anything can be read here. */
  boolean isOpen() {
    return chosen && shut.isEmpty();
  }

  /** Every slice of the whole scope, looked at or not. */
  List<SliceState> whole() {
    return checks.stream()
        .flatMap(
            check ->
                regionsOf(check)
                    .map(
                        r ->
                            SliceState.planned(
                                new Slice(account(), r, check.id()), check.service())))
        .toList();
  }

  /** The units to look at. */
  SortedSet<Unit> units() {
    SortedSet<Unit> units = new TreeSet<>();
    if (chosen) {
      for (CheckInfo check : checks) {
        if (asked.contains(check.id())) {
          regionsOf(check)
              .filter(askedRegions::contains)
              .forEach(region -> units.add(new Unit(account(), region, check.service())));
        }
      }
    }
    return units;
  }

  /** Ids of the checks that look at anything here. */
  List<String> looking() {
    return checks.stream()
        .filter(check -> chosen && asked.contains(check.id()))
        .filter(check -> regionsOf(check).anyMatch(askedRegions::contains))
        .map(CheckInfo::id)
        .toList();
  }

  /** The slices of a unit that are to be looked at. */
  List<Slice> slicesOf(Unit unit) {
    return checks.stream()
        .filter(check -> check.service().equals(unit.service()) && asked.contains(check.id()))
        .map(check -> new Slice(account(), unit.region(), check.id()))
        .toList();
  }

  /** Whether the slice is one to look at. */
  boolean asks(Slice slice) {
    return chosen
        && asked.contains(slice.check())
        && askedRegions.contains(slice.region())
        && checks.stream()
            .filter(check -> check.id().equals(slice.check()))
            .anyMatch(check -> regionsOf(check).anyMatch(slice.region()::equals));
  }

  /** What stays unread by agreement: units of the whole scope, each with its gap. */
  Stream<Gaps.Left> left() {
    return checks.stream()
        .flatMap(check -> allRegionsOf(check).map(r -> new Unit(account(), r, check.service())))
        .distinct()
        .flatMap(
            unit -> gaps.of(target.names(), unit).map(gap -> new Gaps.Left(unit, gap)).stream());
  }

  private Stream<Region> regionsOf(CheckInfo check) {
    return allRegionsOf(check)
        .filter(r -> gaps.of(target.names(), new Unit(account(), r, check.service())).isEmpty());
  }

  private Stream<Region> allRegionsOf(CheckInfo check) {
    return Catalogue.scopeOf(check.service()) == Scope.GLOBAL
        ? Stream.of(Region.GLOBAL)
        : regions.stream();
  }
}
