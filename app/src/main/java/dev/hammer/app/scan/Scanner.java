package dev.hammer.app.scan;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.config.Configuration;
import dev.hammer.app.config.Gaps;
import dev.hammer.aws.AwsConnection;
import dev.hammer.aws.CallerIdentity;
import dev.hammer.core.issue.Store;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.Whitelist;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Scans: enters the accounts, looks at their units side by side, and stores what each saw. */
public final class Scanner {
  private final Configuration configuration;
  private final AwsConnection aws;
  private final Store store;
  private final Whitelist whitelist;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private final Figures figures;
  private final ScanListener listener;

  /**
   * Makes a scanner.
   *
   * @param whitelist every accepted risk, of files and of the store
   * @param figures the call log of {@code aws}
   */
  public Scanner(
      Configuration configuration,
      AwsConnection aws,
      Store store,
      Whitelist whitelist,
      InstantSource clock,
      Supplier<String> ids,
      Figures figures,
      ScanListener listener) {
    this.configuration = configuration;
    this.aws = aws;
    this.store = store;
    this.whitelist = whitelist;
    this.clock = clock;
    this.ids = ids;
    this.figures = figures;
    this.listener = listener;
  }

  /**
   * Runs one scan to its end. Interrupting the thread ends it in order: what is done stays stored,
   * and the report says what is missing.
   *
   * @throws CommandFailure if nothing could be started
   */
  public ScanReport scan(ScanRequest request) {
    return run(request, Optional.empty());
  }

  /**
   * Goes on with a scan that was not finished, or joins other processes that are at it: only what
   * nobody did is looked at. The report is of the whole scan.
   *
   * @param asked id of the scan; absent for the latest
   * @param timeout after which this process ends in order
   * @param accountTimeout after which it leaves one account
   * @throws CommandFailure if there is nothing to go on with, or nothing could be started
   */
  public ScanReport resume(Optional<String> asked, Duration timeout, Duration accountTimeout) {
    Resumable resumable = Resumable.of(store, configuration, asked);
    return run(resumable.request().within(timeout, accountTimeout), Optional.of(resumable.scan()));
  }

  private ScanReport run(ScanRequest request, Optional<Scan> before) {
    Instant now = clock.instant();
    String scanId = before.map(Scan::id).orElseGet(() -> "s-" + ids.get());
    CallerIdentity identity = identity();
    LaterLooks later = new LaterLooks(now);
    KnownRegions known = KnownRegions.of(store, later::add);
    Gaps gaps = Gaps.at(configuration.aws().acceptedGaps(), now);
    ScanPlanner planner = new ScanPlanner(configuration, known, gaps);
    Optional<ResourcePlace> place = request.resource().map(name -> ResourcePlace.of(name, store));
    Accounts accounts = new Accounts(configuration, aws);
    Roster roster = accounts.roster(identity, whitelist.unitsNamed(now));
    List<Target> chosen =
        ScanPlanner.choose(accounts.resolved(request, roster, identity), roster.targets(), place);
    List<Entered> entered = accounts.enter(chosen, identity, scanId, listener);
    try {
      ScanPlan plan = planner.plan(scanId, identity, request, roster, entered, place);
      Scan scan =
          new Scan(
              scanId,
              before.map(Scan::started).orElse(now),
              Optional.empty(),
              Scan.Outcome.RUNNING,
              request.isWhole(),
              configuration.sha256(),
              identity.arn(),
              request.in(roster.in(Value.Fields.NONE)));
      begin(scan, plan, known, entered);
      listener.planned(plan);
      return look(request, plan, scan, entered, later, before.isPresent());
    } finally {
      entered.forEach(Accounts::leave);
    }
  }

  private void begin(Scan scan, ScanPlan plan, KnownRegions known, List<Entered> entered) {
    OldLedgers.clear(store, clock.instant());
    store.begin(scan, List.of());
    plan.accounts().values().forEach(account -> store.plan(account.whole()));
    if (configuration.aws().regions().isEmpty()) {
      store.forget(known.gone(entered));
    }
  }

  private ScanReport look(
      ScanRequest request,
      ScanPlan plan,
      Scan scan,
      List<Entered> entered,
      LaterLooks later,
      boolean isResumed) {
    Remembering remembering =
        new Remembering(store, whitelist.with(plan.roster().units()), clock, later);
    UnitLooker looker =
        new UnitLooker(configuration, request, plan, entered, remembering, clock, listener);
    ReportWriter writer = new ReportWriter(request, plan, store);
    try (Claims claims = Claims.join(store, scan.id(), ids.get(), clock, figures::value)) {
      if (isResumed) {
        listener.resumed(scan, claims.living(claims.workers()));
      }
      Workforce.End end =
          new Workforce(
                  plan, looker, claims, isResumed, request.accountTimeout(), writer::add, listener)
              .work(request.timeout());
      if (request.resource().isEmpty()) {
        new Unread(plan, store, scan.started(), clock.instant()).record(end);
      }
      boolean isShared = isResumed || !end.finishedByOthers().isEmpty();
      claims.tell();
      ScanReport report =
          writer.report(scan, end, isShared, claims.id(), claims.workers(), clock.instant());
      if (end.leftToOthers().isEmpty()) {
        store.end(report.scan());
      }
      return report;
    }
  }

  private CallerIdentity identity() {
    try {
      return aws.identity();
    } catch (UnreadableException unreadable) {
      throw IdentityFailure.of(unreadable.failure(), aws);
    }
  }
}
