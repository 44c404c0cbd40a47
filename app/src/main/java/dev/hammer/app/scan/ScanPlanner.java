package dev.hammer.app.scan;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.config.CheckSection;
import dev.hammer.app.config.Configuration;
import dev.hammer.app.config.Gaps;
import dev.hammer.aws.CallerIdentity;
import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Works out what a scan will look at: the whole configured scope, and the part of it that was asked
 * for. What is not asked for stays in the books as not reached, so that a narrow scan never looks
 * like full coverage.
 */
final class ScanPlanner {
  private final Configuration configuration;
  private final KnownRegions known;
  private final Gaps gaps;

  /**
   * Prepares to plan.
   *
   * @param known where each account was ever to be looked at
   * @param gaps what may stay unread
   */
  ScanPlanner(Configuration configuration, KnownRegions known, Gaps gaps) {
    this.configuration = configuration;
    this.known = known;
    this.gaps = gaps;
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
    SortedMap<AccountId, AccountPlan> accounts = new TreeMap<>();
    for (Target target : roster.targets()) {
      Optional<Entered> door = Optional.ofNullable(doors.get(target.account()));
      accounts.put(target.account(), plan(target, door, chosen, request, place));
    }
    List<String> looking =
        accounts.values().stream()
            .flatMap(account -> account.looking().stream())
            .distinct()
            .sorted()
            .toList();
    if (looking.isEmpty()) {
      throw nothing(regions(entered), place);
    }
    return new ScanPlan(
        scanId,
        identity,
        accounts,
        regions,
        looking,
        configuration.checks().stream().filter(c -> !c.enabled()).map(CheckSection::check).toList(),
        roster);
  }

  private AccountPlan plan(
      Target target,
      Optional<Entered> door,
      List<CheckInfo> chosen,
      ScanRequest request,
      Optional<ResourcePlace> place) {
    AccountId account = target.account();
    List<CheckInfo> checks = new ArrayList<>();
    SortedSet<String> asked = new TreeSet<>();
    for (CheckInfo check : Catalogue.infos()) {
      boolean isAsked =
          door.isPresent()
              && chosen.contains(check)
              && covers(check, account, request.includeDisabled());
      if (isAsked) {
        asked.add(check.id());
      }
      if (isAsked || covers(check, account, false)) {
        checks.add(check);
      }
    }
    List<Region> regions = regionsOf(account, door);
    return new AccountPlan(
        target,
        door.isPresent(),
        door.flatMap(ScanPlanner::refusal),
        regions,
        checks,
        asked,
        Stream.concat(regions.stream(), Stream.of(Region.GLOBAL))
            .filter(region -> isAsked(region, request, place))
            .collect(Collectors.toSet()),
        gaps);
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

  /** Where the regional checks of an account look. */
  private List<Region> regionsOf(AccountId account, Optional<Entered> door) {
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
    SortedSet<Region> last = known.of(account);
    return last.isEmpty() ? List.of(Region.UNKNOWN) : List.copyOf(last);
  }

  private static Optional<ReadFailure> refusal(Entered entered) {
    return entered instanceof Entered.Shut(Target _, ReadFailure why)
        ? Optional.of(why)
        : Optional.empty();
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
