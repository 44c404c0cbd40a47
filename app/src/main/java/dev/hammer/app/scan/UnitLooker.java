package dev.hammer.app.scan;

import dev.hammer.app.config.CheckSection;
import dev.hammer.app.config.Configuration;
import dev.hammer.aws.AccountAccess;
import dev.hammer.aws.AwsScope;
import dev.hammer.checks.Catalogue;
import dev.hammer.checks.CheckContext;
import dev.hammer.core.check.Settings;
import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.Merged;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.scan.Look;
import dev.hammer.core.scan.Unit;
import dev.hammer.core.scan.UnitRunner;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks at one unit and stores what it saw. */
final class UnitLooker {
  private final Configuration configuration;
  private final ScanRequest request;
  private final ScanPlan plan;
  private final Map<AccountId, AccountAccess> doors = new TreeMap<>();
  private final Remembering remembering;
  private final UnitRunner runner;
  private final ScanListener listener;

  UnitLooker(
      Configuration configuration,
      ScanRequest request,
      ScanPlan plan,
      List<Entered> entered,
      Remembering remembering,
      InstantSource clock,
      ScanListener listener) {
    this.configuration = configuration;
    this.request = request;
    this.plan = plan;
    this.remembering = remembering;
    this.runner = new UnitRunner(clock, plan.scanId());
    this.listener = listener;
    for (Entered one : entered) {
      if (one instanceof Entered.Open(Target target, AccountAccess access, var _)) {
        doors.put(target.account(), access);
      }
    }
  }

  /** The units that can be looked at: those of accounts that were entered. */
  List<Unit> units() {
    return plan.units().keySet().stream().filter(u -> doors.containsKey(u.account())).toList();
  }

  UnitResult look(Unit unit) throws InterruptedException {
    listener.began(unit);
    AwsScope scope = door(unit).in(unit.region());
    Map<String, CheckContext> enabled =
        plan.units().getOrDefault(unit, List.of()).stream()
            .collect(Collectors.toMap(check -> check, this::context));
    List<Look> looks =
        runner.run(unit, Catalogue.plans(scope, unit.service(), enabled), request.resource());
    List<Merged> merged = new ArrayList<>();
    looks.forEach(look -> merged.add(remembering.remember(look)));
    UnitResult result = new UnitResult(unit, merged);
    listener.ended(unit, result.outcome(), result.judged(), fresh(result));
    return result;
  }

  /** Nothing of the account will be read any more; its clients can go. */
  void leave(AccountId account) {
    AccountAccess door = doors.get(account);
    if (door != null) {
      door.rest();
    }
  }

  private AccountAccess door(Unit unit) {
    AccountAccess door = doors.get(unit.account());
    if (door == null) {
      throw new IllegalArgumentException("not entered: " + unit.account());
    }
    return door;
  }

  private CheckContext context(String check) {
    Settings settings =
        configuration.check(check).map(CheckSection::settings).orElse(Settings.DEFAULTS);
    Set<String> trusted =
        configuration.trustedAccounts().stream().map(AccountId::id).collect(Collectors.toSet());
    return new CheckContext(settings, trusted, configuration.aws().organizationId());
  }

  private static long fresh(UnitResult result) {
    return result.changes().stream()
        .map(Change::after)
        .filter(issue -> issue.event() == EventKind.FOUND || issue.event() == EventKind.BACK)
        .count();
  }
}
