package dev.hammer.app.scan;

import dev.hammer.app.config.CheckSection;
import dev.hammer.app.config.Configuration;
import dev.hammer.aws.AccountAccess;
import dev.hammer.aws.AwsScope;
import dev.hammer.checks.Catalogue;
import dev.hammer.checks.CheckContext;
import dev.hammer.core.check.Settings;
import dev.hammer.core.issue.Merged;
import dev.hammer.core.reading.Absence;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.scan.Look;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.Unit;
import dev.hammer.core.scan.UnitRunner;
import java.time.Instant;
import java.time.InstantSource;
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
  private final InstantSource clock;
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
    this.clock = clock;
    this.runner = new UnitRunner(clock, plan.scanId());
    this.listener = listener;
    for (Entered one : entered) {
      if (one instanceof Entered.Open(Target target, AccountAccess access, var _)) {
        doors.put(target.account(), access);
      }
    }
  }

  UnitResult look(Unit unit) throws InterruptedException {
    listener.began(unit);
    List<Merged> merged = looks(unit).stream().map(remembering::remember).toList();
    UnitResult result = UnitResult.of(unit, merged);
    listener.ended(unit, result.outcome(), result.judged(), result.fresh());
    return result;
  }

  /** Nothing of the account will be read any more; its clients can go. */
  void leave(AccountId account) {
    AccountAccess door = doors.get(account);
    if (door != null) {
      door.rest();
    }
  }

  /** The edge of a unit: what breaks in it, other than its storing, breaks nothing else. */
  private List<Look> looks(Unit unit) throws InterruptedException {
    Instant began = clock.instant();
    try {
      AwsScope scope = door(unit).in(unit.region());
      Map<String, CheckContext> enabled =
          plan.slicesOf(unit).stream().collect(Collectors.toMap(Slice::check, this::context));
      return runner.run(unit, Catalogue.plans(scope, unit.service(), enabled), request.resource());
    } catch (RuntimeException defect) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      String why = String.valueOf(defect.getCause() == null ? defect : defect.getCause());
      return plan.slicesOf(unit).stream().map(s -> broken(s, unit.service(), began, why)).toList();
    }
  }

  private Look broken(Slice slice, String service, Instant began, String defect) {
    ApiCall listing =
        Catalogue.check(slice.check())
            .map(type -> type.reader().listing())
            .orElse(ApiCall.of(service, "-"));
    return new Look(
        slice,
        service,
        plan.scanId(),
        began,
        clock.instant(),
        new ListingEnd.Broken(ReadFailure.of(listing, ReadFailure.Kind.DEFECT, defect)),
        Absence.GONE,
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        request.resource());
  }

  private AccountAccess door(Unit unit) {
    AccountAccess door = doors.get(unit.account());
    if (door == null) {
      throw new IllegalArgumentException("not entered: " + unit.account());
    }
    return door;
  }

  private CheckContext context(Slice slice) {
    Settings settings =
        configuration.check(slice.check()).map(CheckSection::settings).orElse(Settings.DEFAULTS);
    Set<String> trusted =
        configuration.trustedAccounts().stream().map(AccountId::id).collect(Collectors.toSet());
    return new CheckContext(settings, trusted, configuration.aws().organizationId());
  }
}
