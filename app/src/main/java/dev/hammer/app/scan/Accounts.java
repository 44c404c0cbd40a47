package dev.hammer.app.scan;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.config.AwsSection;
import dev.hammer.app.config.Configuration;
import dev.hammer.aws.AccountAccess;
import dev.hammer.aws.AwsConnection;
import dev.hammer.aws.CallerIdentity;
import dev.hammer.aws.OrganizationReader;
import dev.hammer.aws.RoleEntry;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.whitelist.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** The accounts of the configured scope, and the way into them. */
public final class Accounts {
  private final Configuration configuration;
  private final AwsConnection aws;

  public Accounts(Configuration configuration, AwsConnection aws) {
    this.configuration = configuration;
    this.aws = aws;
  }

  /**
   * Those in scope that were asked for.
   *
   * @param patterns ids, names, globs, units or tags; empty means all
   * @param without the same, left out
   * @throws CommandFailure if one matches nothing
   */
  public List<Target> chosen(
      Roster roster, List<String> patterns, List<String> without, CallerIdentity identity) {
    ScanRequest asked = resolved(ScanRequest.WHOLE.ofAccounts(patterns, without), roster, identity);
    return ScanPlanner.choose(asked, roster.targets(), Optional.empty());
  }

  /** What is asked for, with ids in the place of units and tags. */
  ScanRequest resolved(ScanRequest request, Roster roster, CallerIdentity identity) {
    if (Stream.of(request.accounts(), request.notAccounts())
        .flatMap(List::stream)
        .noneMatch(Selectors::isSelector)) {
      return request;
    }
    List<AccountId> scope = roster.targets().stream().map(Target::account).toList();
    AccountAccess own = aws.own(identity);
    try {
      Selectors selectors = new Selectors(new OrganizationReader(own));
      return request.ofAccounts(
          selectors.resolved("--account", request.accounts(), scope),
          selectors.resolved("--not-account", request.notAccounts(), scope));
    } finally {
      own.rest();
    }
  }

  /** Tries the role and region list of each, and leaves again. */
  public List<Readiness> tryAll(List<Target> targets, CallerIdentity identity) {
    return visit(targets, identity, (_, _, _) -> {});
  }

  /** The same, with something to do in each that can be entered, side by side. */
  public List<Readiness> visit(List<Target> targets, CallerIdentity identity, Visitor visitor) {
    List<Entered> entered = enter(targets, identity, "doctor", ScanListener.NONE);
    List<Future<?>> visits = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Entered one : entered) {
        if (one instanceof Entered.Open(Target target, AccountAccess access, var regions)) {
          visits.add(threads.submit(() -> visitor.visit(target, access, regions)));
        }
      }
    } finally {
      entered.forEach(Accounts::leave);
    }
    visits.forEach(Future::resultNow);
    return entered.stream().map(one -> Readiness.of(one, configuration.aws())).toList();
  }

  /** Does something in an account while it is open. */
  @FunctionalInterface
  public interface Visitor {
    void visit(Target target, AccountAccess access, List<Region> regions);
  }

  /**
   * Those the configuration names and those of the organization, else the one of the credentials.
   *
   * @throws CommandFailure if the organization cannot be read and no account is named, or if its
   *     rules leave none
   */
  public Roster roster(CallerIdentity identity) {
    return roster(identity, Set.of());
  }

  /**
   * The same, and which accounts are below these units. That they cannot be read costs nothing but
   * this knowledge.
   *
   * @param units ids of organizational units
   */
  public Roster roster(CallerIdentity identity, Set<String> units) {
    Roster roster = anyRoster(identity, units);
    if (roster.targets().isEmpty()) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "config.organizations",
          "aws.organizations matches none of the "
              + roster.leftOut().size()
              + " accounts of the organization",
          "Correct include, exclude or tags: hammer accounts --missing says why of each");
    }
    return roster;
  }

  private Roster anyRoster(CallerIdentity identity, Set<String> units) {
    AwsSection section = configuration.aws();
    if (section.organizations().enabled()) {
      return ofOrganization(section, identity, units);
    }
    Roster roster =
        section.accounts().isEmpty()
            ? Roster.of(List.of(new Target(identity.account(), "", true)))
            : Roster.of(named(identity));
    if (units.isEmpty()) {
      return roster;
    }
    AccountAccess own = aws.own(identity);
    try {
      return placed(roster, new OrganizationReader(own), units);
    } finally {
      own.rest();
    }
  }

  private static Roster placed(Roster roster, OrganizationReader organization, Set<String> units) {
    Optional<ReadFailure> unread = Optional.empty();
    for (String unit : units) {
      try {
        var _ = organization.below(unit);
      } catch (UnreadableException failed) {
        unread = Optional.of(failed.failure());
      }
    }
    return roster.with(Units.of(organization.known()), unread);
  }

  /**
   * The same, with every account of the organization that is not in scope, whether or not the
   * configuration asks the organization.
   *
   * @throws CommandFailure if the organization cannot be read
   */
  public Roster completeRoster(CallerIdentity identity) {
    Roster roster = anyRoster(identity, Set.of());
    roster
        .unread()
        .ifPresent(
            why -> {
              throw OrganizationFailure.of(why);
            });
    if (roster.asked()) {
      return roster;
    }
    AccountAccess own = aws.own(identity);
    try {
      return Membership.beside(roster, new OrganizationReader(own).accounts());
    } catch (UnreadableException unread) {
      throw OrganizationFailure.of(unread.failure());
    } finally {
      own.rest();
    }
  }

  private Roster ofOrganization(AwsSection section, CallerIdentity identity, Set<String> units) {
    AccountAccess own = aws.own(identity);
    OrganizationReader organization = new OrganizationReader(own);
    try {
      return placed(
          new Membership(section, organization, identity.account()).roster(), organization, units);
    } catch (UnreadableException unread) {
      if (section.accounts().isEmpty()) {
        throw OrganizationFailure.of(unread.failure());
      }
      Optional<ReadFailure> why = Optional.of(unread.failure());
      return new Roster(named(identity), List.of(), true, why)
          .with(Units.UNKNOWN, units.isEmpty() ? Optional.empty() : why);
    } finally {
      own.rest();
    }
  }

  private List<Target> named(CallerIdentity identity) {
    return List.copyOf(Membership.named(configuration.aws(), identity.account()).values());
  }

  /**
   * Enters accounts side by side; one that refuses costs itself only.
   *
   * @param runId what the sessions carry, so that CloudTrail leads back to the run
   * @param listener hears of each account
   */
  List<Entered> enter(
      List<Target> targets, CallerIdentity identity, String runId, ScanListener listener) {
    Map<Target, RoleEntry> roles = roles(targets, runId);
    List<Future<Entered>> doors = new ArrayList<>();
    listener.entering(targets.size());
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      targets.forEach(
          target -> doors.add(threads.submit(() -> enter(target, identity, roles, listener))));
    }
    return doors.stream().map(Future::resultNow).toList();
  }

  static void leave(Entered entered) {
    if (entered instanceof Entered.Open(var _, AccountAccess access, var _)) {
      access.close();
    }
  }

  private Entered enter(
      Target target, CallerIdentity identity, Map<Target, RoleEntry> roles, ScanListener listener) {
    try {
      return enter(target, identity, roles);
    } finally {
      listener.entered();
    }
  }

  private Entered enter(Target target, CallerIdentity identity, Map<Target, RoleEntry> roles) {
    Optional<AccountAccess> access = Optional.empty();
    try {
      access =
          Optional.of(
              target.own()
                  ? aws.own(identity)
                  : aws.member(target.account(), Objects.requireNonNull(roles.get(target))));
      List<Region> regions =
          configuration.aws().regions().isPresent()
              ? configuration.aws().regions().get()
              : access.get().enabledRegions();
      return new Entered.Open(target, access.get(), regions);
    } catch (UnreadableException refused) {
      access.ifPresent(AccountAccess::close);
      return new Entered.Shut(target, refused.failure());
    }
  }

  /** The role of each member account among the targets. */
  private Map<Target, RoleEntry> roles(List<Target> targets, String runId) {
    Map<Target, RoleEntry> roles = new TreeMap<>();
    targets.stream()
        .filter(target -> !target.own())
        .forEach(target -> roles.put(target, role(target, runId)));
    return roles;
  }

  private RoleEntry role(Target target, String runId) {
    AwsSection section = target.settings(configuration.aws());
    String name =
        section
            .identificationRole()
            .orElseThrow(
                () ->
                    new CommandFailure(
                        CommandFailure.Kind.USAGE,
                        "config.role",
                        (configuration.aws().organizations().enabled()
                                ? "aws.organizations adds"
                                : "aws.accounts names")
                            + " accounts other than that of the credentials, but there"
                            + " is no role to enter them by",
                        "Set aws.role_name_identification"));
    return new RoleEntry(name, section.externalId(), "hammer-" + runId, section.sessionDuration());
  }
}
