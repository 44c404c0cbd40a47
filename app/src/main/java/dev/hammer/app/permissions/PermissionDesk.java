package dev.hammer.app.permissions;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.config.AccountPattern;
import dev.hammer.app.config.CheckSection;
import dev.hammer.app.config.Configuration;
import dev.hammer.app.config.OrganizationsSection;
import dev.hammer.app.scan.Selection;
import dev.hammer.aws.OrganizationReader;
import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.SliceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Computes the least permissions from what the checks declare. Needs no AWS. */
public final class PermissionDesk {
  private final Configuration configuration;
  private final boolean asksForUnits;

  /** Prepares to compute where nobody accepts risks by organizational unit. */
  public PermissionDesk(Configuration configuration) {
    this(configuration, false);
  }

  /**
   * Prepares to compute.
   *
   * @param configuration what is on, and how accounts are found and entered
   * @param asksForUnits whether entries of the whitelist name organizational units
   */
  public PermissionDesk(Configuration configuration, boolean asksForUnits) {
    this.configuration = configuration;
    this.asksForUnits = asksForUnits;
  }

  /**
   * All that is needed.
   *
   * @throws CommandFailure if a check or account is asked for that there is not
   */
  public PermissionPlan needed(PolicyRequest asked) {
    SortedMap<AccountId, String> accounts = accounts(asked);
    List<Need> needs = Need.of(checks(asked, accounts.keySet()), asksForRegions());
    List<Grant> entering = new ArrayList<>(Grant.of(ofOrganization(asked)));
    entering.addAll(entering(roles(asked, accounts.keySet())));
    return plan(needs, entering, accounts, false, Optional.empty());
  }

  /**
   * The part of it that the last looks were denied.
   *
   * @param slices how each slice stands
   * @throws CommandFailure if a check or account is asked for that there is not
   */
  public PermissionPlan missing(PolicyRequest asked, Collection<SliceState> slices) {
    SortedMap<AccountId, String> accounts = accounts(asked);
    List<CheckInfo> checks = checks(asked, accounts.keySet());
    List<SliceState> concerned = concerned(slices, checks, accounts.keySet());
    SortedSet<String> denied = new TreeSet<>();
    SortedSet<AccountId> shut = new TreeSet<>();
    for (SliceState slice : concerned) {
      slice.failures().stream()
          .filter(why -> why.kind() == ReadFailure.Kind.DENIED)
          .forEach(
              why -> {
                denied.add(why.call().action());
                if (why.call().equals(Need.ASSUME_ROLE)) {
                  shut.add(slice.slice().account());
                }
              });
    }
    List<Need> needs =
        Need.of(checks, asksForRegions()).stream()
            .filter(need -> denied.contains(need.action()))
            .toList();
    Optional<Instant> looked =
        concerned.stream().flatMap(s -> s.ended().stream()).max(Instant::compareTo);
    ReadingRole role = ReadingRole.of(configuration.aws());
    List<String> closed = shut.stream().map(role::arnIn).toList();
    return plan(needs, entering(closed), accounts, true, looked);
  }

  /** What reading one account needs: that of the checks which are on and look at it. */
  public List<Need> needsOf(AccountId account) {
    return Need.of(
        Catalogue.infos().stream()
            .filter(info -> section(info).filter(s -> s.covers(account)).isPresent())
            .toList(),
        asksForRegions());
  }

  private PermissionPlan plan(
      List<Need> needs,
      List<Grant> entering,
      SortedMap<AccountId, String> accounts,
      boolean additional,
      Optional<Instant> looked) {
    ReadingRole role = ReadingRole.of(configuration.aws());
    List<Grant> reading = Grant.of(needs.stream().map(Need::action).toList());
    String account = accounts.size() == 1 ? accounts.firstKey().id() : "*";
    return new PermissionPlan(
        role,
        needs,
        PermissionPolicy.of(reading),
        PermissionPolicy.of(entering),
        additional,
        looked,
        new Arns(partition(), account));
  }

  private static List<Grant> entering(List<String> roles) {
    return roles.isEmpty() ? List.of() : List.of(Grant.entering(roles));
  }

  /** What the main identity asks of the organization: for accounts, for units, and for tags. */
  private Set<String> ofOrganization(PolicyRequest asked) {
    SortedSet<ApiCall> calls = new TreeSet<>(configuration.aws().organizations().calls());
    if (asksForUnits || asked.selects(AccountPattern.Unit.class)) {
      calls.addAll(OrganizationReader.UNIT_CALLS);
    }
    if (asked.selects(AccountPattern.Tag.class)) {
      calls.addAll(OrganizationReader.TAG_CALLS);
    }
    return calls.stream().map(ApiCall::action).collect(Collectors.toSet());
  }

  private List<SliceState> concerned(
      Collection<SliceState> slices, List<CheckInfo> checks, Set<AccountId> accounts) {
    Set<String> ids = checks.stream().map(CheckInfo::id).collect(Collectors.toSet());
    return slices.stream()
        .filter(state -> ids.contains(state.slice().check()))
        .filter(state -> accounts.isEmpty() || accounts.contains(state.slice().account()))
        .toList();
  }

  /**
   * The roles to enter: in all accounts that are named but the main one, if that is known; by an
   * organization's rules, in whatever account there is or will be.
   */
  private List<String> roles(PolicyRequest asked, Set<AccountId> accounts) {
    ReadingRole role = ReadingRole.of(configuration.aws());
    OrganizationsSection organization = configuration.aws().organizations();
    if (organization.enabled() && asked.names().isEmpty()) {
      return Stream.concat(
              Stream.of(role.name()),
              organization.include().stream().flatMap(rule -> rule.identificationRole().stream()))
          .map(ReadingRole::arnAnywhere)
          .toList();
    }
    return accounts.stream()
        .filter(account -> configuration.aws().accounts().containsKey(account))
        .filter(account -> !configuration.aws().mainAccount().equals(Optional.of(account)))
        .map(role::arnIn)
        .toList();
  }

  private List<CheckInfo> checks(PolicyRequest asked, Set<AccountId> accounts) {
    if (!asked.checks().isEmpty()) {
      return Selection.of(
          "--check", "check", asked.checks(), Catalogue.infos(), info -> List.of(info.id()));
    }
    return Catalogue.infos().stream()
        .filter(info -> section(info).filter(s -> isUsed(s, accounts)).isPresent())
        .toList();
  }

  private static boolean isUsed(CheckSection section, Set<AccountId> accounts) {
    return section.enabled()
        && (accounts.isEmpty() || accounts.stream().anyMatch(section::concerns));
  }

  private Optional<CheckSection> section(CheckInfo info) {
    return configuration.check(info.id());
  }

  private SortedMap<AccountId, String> accounts(PolicyRequest asked) {
    SortedMap<AccountId, String> named = configuration.aws().accounts();
    SortedMap<AccountId, String> chosen = new TreeMap<>();
    if (named.isEmpty()) {
      asked.names().forEach(id -> chosen.put(unnamed(id), ""));
      return chosen;
    }
    Selection.of("--account", "account", asked.names(), named.keySet(), this::namesOf)
        .forEach(account -> chosen.put(account, named.getOrDefault(account, "")));
    return chosen;
  }

  private List<String> namesOf(AccountId account) {
    List<String> names = new ArrayList<>(List.of(account.id()));
    configuration.aws().nameOf(account).filter(name -> !name.isEmpty()).ifPresent(names::add);
    return names;
  }

  private static AccountId unnamed(String id) {
    if (!id.matches("\\d{12}")) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "scope.account",
          "--account " + id + ": the configuration names no accounts",
          "Write the 12 digits of the account, or name it in aws.accounts");
    }
    return AccountId.of(id);
  }

  private boolean asksForRegions() {
    return configuration.aws().regions().isEmpty();
  }

  private String partition() {
    String region = configuration.aws().region().map(Region::name).orElse("");
    if (region.startsWith("cn-")) {
      return "aws-cn";
    }
    return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }
}
