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
import java.util.HashMap;
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
  private final Map<AccountId, SortedSet<Region>> known = new HashMap<>();

  /**
   * Prepares to plan.
   *
   * @param known how each slice stands that was ever planned
   */
  ScanPlanner(Configuration configuration, Collection<SliceState> known) {
    this.configuration = configuration;
    known.stream()
        .map(SliceState::slice)
        .filter(slice -> slice.region().isReal())
        .forEach(slice -> regionsKnownOf(slice.account()).add(slice.region()));
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
          "In scope: " + Selection.some(targets.stream().map(Target::shown).toList()));
    }
    return left;
  }

  /** The plan, once the chosen accounts were entered. */
  ScanPlan plan(
      String scanId,
      CallerIdentity identity,
      ScanRequest request,
      Roster roster,
      List<Entered> entered,
      Optional<ResourcePlace> place) {
    List<CheckInfo> chosen = checks(request, place);
    SortedSet<Region> regions = regions(request, entered, place);
    Map<AccountId, Entered> doors =
        entered.stream().collect(Collectors.toMap(one -> one.target().account(), one -> one));
    List<SliceState> whole = new ArrayList<>();
    SortedMap<Unit, List<String>> units = new TreeMap<>();
    for (Target target : roster.targets()) {
      AccountId account = target.account();
      Optional<Entered> door = Optional.ofNullable(doors.get(account));
      for (CheckInfo check : Catalogue.infos()) {
        boolean asked =
            door.isPresent()
                && chosen.contains(check)
                && covers(check, account, request.includeDisabled());
        if (!asked && !covers(check, account, false)) {
          continue;
        }
        for (Region region : regionsOf(check, account, door)) {
          whole.add(SliceState.planned(new Slice(account, region, check.id()), check.service()));
          if (asked && isAsked(region, request, place)) {
            Unit unit = new Unit(account, region, check.service());
            units.computeIfAbsent(unit, _ -> new ArrayList<>()).add(check.id());
          }
        }
      }
    }
    if (units.isEmpty()) {
      throw nothing(regions(entered), place);
    }
    return new ScanPlan(
        scanId,
        identity,
        doors(entered),
        whole,
        units,
        regions,
        units.values().stream().flatMap(List::stream).distinct().sorted().toList(),
        configuration.checks().stream().filter(c -> !c.enabled()).map(CheckSection::check).toList(),
        roster);
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

  /** The regions asked for; one that no account has enabled is an error. */
  private static SortedSet<Region> regions(
      ScanRequest request, List<Entered> entered, Optional<ResourcePlace> place) {
    SortedSet<Region> enabled = regions(entered);
    if (entered.stream().noneMatch(Entered.Open.class::isInstance)) {
      return enabled;
    }
    return Selection.of(
            "--region", "region", request.regions(), enabled, region -> List.of(region.name()))
        .stream()
        .filter(region -> isAsked(region, request, place))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those of all accounts that were entered. */
  private static SortedSet<Region> regions(List<Entered> entered) {
    SortedSet<Region> all = new TreeSet<>();
    for (Entered one : entered) {
      if (one instanceof Entered.Open(var _, var _, List<Region> regions)) {
        all.addAll(regions);
      }
    }
    return all;
  }

  /** What is read once per account is read whole, whatever regions were asked for. */
  private static boolean isAsked(
      Region region, ScanRequest request, Optional<ResourcePlace> place) {
    if (!region.isReal()) {
      return true;
    }
    List<String> names = List.of(region.name());
    return (request.regions().isEmpty()
            || request.regions().stream().anyMatch(p -> Selection.matches(p, names)))
        && place.flatMap(ResourcePlace::region).filter(at -> !at.equals(region)).isEmpty();
  }

  private List<Region> regionsOf(CheckInfo check, AccountId account, Optional<Entered> door) {
    if (Catalogue.scopeOf(check.service()) == Scope.GLOBAL) {
      return List.of(Region.GLOBAL);
    }
    return door.orElse(null) instanceof Entered.Open(var _, var _, List<Region> regions)
        ? regions
        : lastKnownRegions(account);
  }

  /**
   * Regions of an account that was not entered: the configuration's, the last known, or unknown.
   */
  private List<Region> lastKnownRegions(AccountId account) {
    if (configuration.aws().regions().isPresent()) {
      return configuration.aws().regions().get();
    }
    SortedSet<Region> last = regionsKnownOf(account);
    return last.isEmpty() ? List.of(Region.UNKNOWN) : List.copyOf(last);
  }

  private SortedSet<Region> regionsKnownOf(AccountId account) {
    return known.computeIfAbsent(account, _ -> new TreeSet<>());
  }

  private static SortedMap<Target, Optional<ReadFailure>> doors(List<Entered> entered) {
    SortedMap<Target, Optional<ReadFailure>> doors = new TreeMap<>();
    for (Entered one : entered) {
      doors.put(
          one.target(),
          one instanceof Entered.Shut(Target _, ReadFailure why)
              ? Optional.of(why)
              : Optional.empty());
    }
    return doors;
  }

  private static CommandFailure nothing(SortedSet<Region> enabled, Optional<ResourcePlace> place) {
    Optional<Region> outside =
        place.flatMap(ResourcePlace::region).filter(region -> !enabled.contains(region));
    return new CommandFailure(
        CommandFailure.Kind.USAGE,
        "scope.empty",
        outside
            .map(region -> "the resource is in " + region + ", which is not in scope")
            .orElse("no check that was asked for looks at these accounts and regions"),
        outside.isPresent()
            ? "In scope: " + Selection.some(enabled.stream().map(Region::name).toList())
            : "See accounts and ignore_accounts of the checks: hammer config show");
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
