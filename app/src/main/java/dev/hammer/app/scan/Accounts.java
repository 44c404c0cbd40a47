package dev.hammer.app.scan;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.config.AwsSection;
import dev.hammer.app.config.Configuration;
import dev.hammer.aws.AccountAccess;
import dev.hammer.aws.AwsConnection;
import dev.hammer.aws.CallerIdentity;
import dev.hammer.aws.RoleEntry;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
   * @param patterns ids, names or globs; empty means all
   * @throws CommandFailure if one matches nothing
   */
  public List<Target> chosen(List<String> patterns, CallerIdentity identity) {
    return Selection.of("--account", "account", patterns, targets(identity), Target::names);
  }

  /** Tries the role and region list of each, and leaves again. */
  public List<Readiness> tryAll(List<Target> targets, CallerIdentity identity) {
    List<Entered> entered = enter(targets, identity, "doctor");
    entered.forEach(Accounts::leave);
    return entered.stream().map(one -> Readiness.of(one, configuration.aws())).toList();
  }

  /** Those the configuration names, else the one of the credentials. */
  List<Target> targets(CallerIdentity identity) {
    SortedMap<AccountId, String> named = configuration.aws().accounts();
    if (named.isEmpty()) {
      return List.of(new Target(identity.account(), "", true));
    }
    List<Target> targets = new ArrayList<>();
    named.forEach((id, name) -> targets.add(new Target(id, name, id.equals(identity.account()))));
    return targets;
  }

  /**
   * Enters accounts side by side; one that refuses costs itself only.
   *
   * @param runId what the sessions carry, so that CloudTrail leads back to the run
   */
  List<Entered> enter(List<Target> targets, CallerIdentity identity, String runId) {
    Optional<RoleEntry> role = role(targets, runId);
    List<Future<Entered>> doors = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      targets.forEach(target -> doors.add(threads.submit(() -> enter(target, identity, role))));
    }
    return doors.stream().map(Future::resultNow).toList();
  }

  static void leave(Entered entered) {
    if (entered instanceof Entered.Open(var _, AccountAccess access, var _)) {
      access.close();
    }
  }

  private Entered enter(Target target, CallerIdentity identity, Optional<RoleEntry> role) {
    Optional<AccountAccess> access = Optional.empty();
    try {
      access =
          Optional.of(
              target.own() ? aws.own(identity) : aws.member(target.account(), role.orElseThrow()));
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

  /** The role for member accounts, if there are any among the targets. */
  private Optional<RoleEntry> role(List<Target> targets, String runId) {
    if (targets.stream().allMatch(Target::own)) {
      return Optional.empty();
    }
    AwsSection section = configuration.aws();
    String name =
        section
            .identificationRole()
            .orElseThrow(
                () ->
                    new CommandFailure(
                        CommandFailure.Kind.USAGE,
                        "config.role",
                        "aws.accounts names accounts other than that of the credentials, but there"
                            + " is no role to enter them by",
                        "Set aws.role_name_identification"));
    return Optional.of(
        new RoleEntry(name, section.externalId(), "hammer-" + runId, section.sessionDuration()));
  }
}
