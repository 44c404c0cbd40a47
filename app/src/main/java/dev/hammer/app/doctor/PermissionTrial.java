package dev.hammer.app.doctor;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.config.Configuration;
import dev.hammer.app.permissions.AccountPermissions;
import dev.hammer.app.permissions.Need;
import dev.hammer.app.permissions.PermissionDesk;
import dev.hammer.app.scan.Accounts;
import dev.hammer.app.scan.Target;
import dev.hammer.aws.AccountAccess;
import dev.hammer.checks.Probes;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.resource.Region;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** Tries every call of the checks in each account that is visited, and tells what is missing. */
final class PermissionTrial implements Accounts.Visitor {
  private final Configuration configuration;
  private final PermissionDesk desk;
  private final Queue<AccountPermissions> tried = new ConcurrentLinkedQueue<>();

  PermissionTrial(Configuration configuration) {
    this.configuration = configuration;
    this.desk = new PermissionDesk(configuration);
  }

  /** Regions need no trial: whoever is visited was asked for them. */
  @Override
  public void visit(Target target, AccountAccess access, List<Region> regions) {
    List<Need> needs = desk.needsOf(target.account());
    List<ApiCall> calls =
        needs.stream()
            .flatMap(need -> need.calls().stream())
            .filter(call -> !call.equals(Need.DESCRIBE_REGIONS))
            .toList();
    tried.add(new AccountPermissions(target, needs, Probes.run(access, regions, calls)));
  }

  /** What was found, sorted by account. */
  List<AccountPermissions> results() {
    return tried.stream().sorted(Comparator.comparing(AccountPermissions::target)).toList();
  }

  /** The same, as the doctor tells it. */
  Proven proven() {
    List<AccountPermissions> all = results();
    if (all.isEmpty()) {
      return Proven.skip(Doctor.ACTIONS, "not tried: no account could be entered");
    }
    List<Proven.Part> lacking =
        all.stream().filter(one -> !one.denied().isEmpty()).map(this::part).toList();
    String text =
        (all.size() - lacking.size())
            + " of "
            + all.size()
            + (all.size() == 1 ? " account refuses nothing" : " accounts refuse nothing")
            + unproven(all);
    return lacking.isEmpty()
        ? Proven.ok(Doctor.ACTIONS, text)
        : Proven.fail(Doctor.ACTIONS, CommandFailure.Kind.INCOMPLETE, text, "").with(lacking);
  }

  private Proven.Part part(AccountPermissions account) {
    Target target = account.target();
    String who = target.role(configuration.aws()).orElse("the identity");
    List<String> denied = account.denied().stream().map(Need::action).toList();
    String text =
        target.shown()
            + ": "
            + who
            + " lacks "
            + denied.size()
            + " of "
            + account.needs().size()
            + " actions: "
            + String.join(", ", denied)
            + checks(". Blind: ", account.blinded())
            + checks(". Less exact: ", account.dulled());
    return new Proven.Part(text, "Allow them: hammer policy --account " + target.account().id());
  }

  private static String checks(String label, Collection<String> ids) {
    return ids.isEmpty() ? "" : label + String.join(", ", ids);
  }

  private static String unproven(List<AccountPermissions> all) {
    String actions =
        all.stream()
            .flatMap(account -> account.unproven().stream())
            .map(trial -> trial.call().action())
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    return actions.isEmpty() ? "" : "   not proved everywhere: " + actions;
  }
}
