package dev.hammer.app.scan;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.config.CheckSection;
import dev.hammer.app.config.Configuration;
import dev.hammer.aws.CallerIdentity;
import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Scope;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.scan.Unit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Works out what a scan will look at: the whole configured scope, and the part of it that was asked
 * for. What is not asked for stays in the books as not reached, so that a narrow scan never looks
 * like full coverage.
 */
final class ScanPlanner {
  private final Configuration configuration;
  private final Collection<SliceState> known;

  ScanPlanner(Configuration configuration, Collection<SliceState> known) {
    this.configuration = configuration;
    this.known = known;
  }

  /** The targets asked for. */
  static List<Target> choose(
      ScanRequest request, List<Target> targets, Optional<ResourcePlace> place) {
    List<Target> chosen =
        Selection.of("--account", "account", request.accounts(), targets, Target::names);
    List<Target> out =
        request.notAccounts().isEmpty()
            ? List.of()
            : Selection.of(
                "--not-account", "account", request.notAccounts(), targets, Target::names);
    List<Target> left =
        chosen.stream()
            .filter(t -> !out.contains(t))
            .filter(
                t ->
                    place
                        .flatMap(ResourcePlace::account)
                        .filter(a -> !a.equals(t.account()))
                        .isEmpty())
            .toList();
    if (left.isEmpty()) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "scope.account",
          "no account is left to look at",
          "In scope: " + targets.stream().map(Target::shown).collect(Collectors.joining(", ")));
    }
    return left;
  }

  /** The plan, once the chosen accounts were entered. */
  ScanPlan plan(
      String scanId,
      CallerIdentity identity,
      ScanRequest request,
      List<Target> targets,
      List<Entered> entered,
      Optional<ResourcePlace> place) {
    List<CheckInfo> chosen = checks(request, place);
    SortedSet<Region> regions = regions(request, entered, place);
    Map<AccountId, List<Region>> lookedAt = new TreeMap<>();
    SortedMap<Target, Optional<ReadFailure>> doors = new TreeMap<>();
    for (Entered one : entered) {
      switch (one) {
        case Entered.Open(Target target, var _, List<Region> all) -> {
          lookedAt.put(target.account(), all);
          doors.put(target, Optional.empty());
        }
        case Entered.Shut(Target target, ReadFailure why) -> doors.put(target, Optional.of(why));
      }
    }
    List<SliceState> whole = new ArrayList<>();
    SortedMap<Unit, List<String>> units = new TreeMap<>();
    for (Target target : targets) {
      List<Region> all =
          lookedAt.getOrDefault(target.account(), lastKnownRegions(target.account()));
      for (CheckInfo check : Catalogue.infos()) {
        boolean on = covers(check, target.account(), false);
        boolean asked =
            doors.containsKey(target)
                && chosen.contains(check)
                && covers(check, target.account(), request.includeDisabled());
        for (Region region : regionsOf(check, all)) {
          if (on || asked) {
            Slice slice = new Slice(target.account(), region, check.id());
            whole.add(SliceState.planned(slice, check.service()));
          }
          if (asked
              && (!region.isReal()
                  || regions.contains(region)
                  || !lookedAt.containsKey(target.account()))) {
            units
                .computeIfAbsent(
                    new Unit(target.account(), region, check.service()), _ -> new ArrayList<>())
                .add(check.id());
          }
        }
      }
    }
    return new ScanPlan(
        scanId,
        identity,
        doors,
        whole,
        units,
        regions,
        units.values().stream().flatMap(List::stream).distinct().sorted().toList(),
        configuration.checks().stream()
            .filter(c -> !c.enabled())
            .map(CheckSection::check)
            .toList());
  }

  private List<CheckInfo> checks(ScanRequest request, Optional<ResourcePlace> place) {
    List<CheckInfo> all = Catalogue.infos();
    List<CheckInfo> named =
        Selection.of("--check", "check", request.checks(), all, info -> List.of(info.id()));
    List<String> services = all.stream().map(CheckInfo::service).distinct().sorted().toList();
    List<String> served =
        Selection.of("--service", "service", request.services(), services, List::of);
    List<CheckInfo> chosen =
        named.stream()
            .filter(info -> served.contains(info.service()))
            .filter(info -> place.filter(p -> !p.service().equals(info.service())).isEmpty())
            .toList();
    boolean anyOn =
        chosen.stream().anyMatch(info -> request.includeDisabled() || isEnabled(info.id()));
    if (!anyOn) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "scope.check",
          chosen.isEmpty()
              ? "no check is left to look with"
              : "switched off in the configuration: "
                  + chosen.stream().map(CheckInfo::id).collect(Collectors.joining(", ")),
          chosen.isEmpty() ? "Widen --check, --service or --resource" : "Add --include-disabled");
    }
    return chosen;
  }

  private SortedSet<Region> regions(
      ScanRequest request, List<Entered> entered, Optional<ResourcePlace> place) {
    SortedSet<Region> all = new TreeSet<>();
    for (Entered one : entered) {
      if (one instanceof Entered.Open(var _, var _, List<Region> regions)) {
        all.addAll(regions);
      }
    }
    if (all.isEmpty()) {
      return all;
    }
    List<Region> chosen =
        Selection.of(
            "--region", "region", request.regions(), all, region -> List.of(region.name()));
    return chosen.stream()
        .filter(r -> place.flatMap(ResourcePlace::region).filter(at -> !at.equals(r)).isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Regions of an account that was not entered: the configuration's, the last known, or unknown.
   */
  private List<Region> lastKnownRegions(AccountId account) {
    if (configuration.aws().regions().isPresent()) {
      return configuration.aws().regions().get();
    }
    List<Region> last =
        known.stream()
            .map(SliceState::slice)
            .filter(slice -> slice.account().equals(account))
            .map(Slice::region)
            .filter(Region::isReal)
            .distinct()
            .sorted()
            .toList();
    return last.isEmpty() ? List.of(Region.UNKNOWN) : last;
  }

  private static List<Region> regionsOf(CheckInfo check, List<Region> all) {
    return Catalogue.scopeOf(check.service()) == Scope.GLOBAL ? List.of(Region.GLOBAL) : all;
  }

  private boolean covers(CheckInfo check, AccountId account, boolean includeDisabled) {
    return configuration
        .check(check.id())
        .filter(
            section -> section.covers(account) || (includeDisabled && section.concerns(account)))
        .isPresent();
  }

  private boolean isEnabled(String check) {
    return configuration.check(check).filter(CheckSection::enabled).isPresent();
  }
}
