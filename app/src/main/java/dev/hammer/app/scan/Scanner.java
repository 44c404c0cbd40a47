package dev.hammer.app.scan;

import dev.hammer.app.CommandFailure;
import dev.hammer.app.config.Configuration;
import dev.hammer.aws.AwsConnection;
import dev.hammer.aws.CallerIdentity;
import dev.hammer.core.issue.Store;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.SliceState;
import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.Whitelist;
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
    Instant started = clock.instant();
    String scanId = "s-" + ids.get();
    CallerIdentity identity = identity();
    List<SliceState> known = store.slices();
    ScanPlanner planner = new ScanPlanner(configuration, known);
    Optional<ResourcePlace> place = request.resource().map(name -> ResourcePlace.of(name, store));
    Accounts accounts = new Accounts(configuration, aws);
    Roster roster = accounts.roster(identity);
    List<Target> chosen =
        ScanPlanner.choose(accounts.resolved(request, roster, identity), roster.targets(), place);
    List<Entered> entered = accounts.enter(chosen, identity, scanId);
    try {
      ScanPlan plan = planner.plan(scanId, identity, request, roster, entered, place);
      Scan scan =
          new Scan(
              scanId,
              started,
              Optional.empty(),
              Scan.Outcome.RUNNING,
              request.isWhole(),
              configuration.sha256(),
              identity.arn(),
              roster.in(Value.Fields.NONE));
      store.begin(scan, plan.whole());
      if (configuration.aws().regions().isEmpty()) {
        store.forget(GoneRegions.of(known, plan.whole(), entered));
      }
      listener.planned(plan);
      return look(request, plan, scan, entered);
    } finally {
      entered.forEach(Accounts::leave);
    }
  }

  private ScanReport look(ScanRequest request, ScanPlan plan, Scan scan, List<Entered> entered) {
    Remembering remembering = new Remembering(store, whitelist, clock);
    UnitLooker looker =
        new UnitLooker(configuration, request, plan, entered, remembering, clock, listener);
    ReportWriter writer = new ReportWriter(request, plan, store, figures);
    Workforce.End end = new Workforce(looker, writer::add).work(request.timeout());
    if (request.resource().isEmpty()) {
      new Unread(plan, store, scan.started(), clock.instant()).record(end);
    }
    ScanReport report = writer.report(scan, end, clock.instant());
    store.end(report.scan());
    return report;
  }

  private CallerIdentity identity() {
    try {
      return aws.identity();
    } catch (UnreadableException unreadable) {
      throw IdentityFailure.of(unreadable.failure(), aws);
    }
  }
}
