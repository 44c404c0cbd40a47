package dev.hammer.cli.scan;

import dev.hammer.app.scan.Figures;
import dev.hammer.app.scan.ScanListener;
import dev.hammer.app.scan.ScanPlan;
import dev.hammer.app.scan.Target;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Counts what a scan has done so far. */
final class ScanMeter implements ScanListener {
  private static final Duration ENOUGH_TO_ESTIMATE = Duration.ofSeconds(3);

  private final Figures figures;
  private final LongSupplier nanoTime;
  private final long began;
  private final Set<Unit> now = new ConcurrentSkipListSet<>();
  private final AtomicInteger entered = new AtomicInteger();
  private final AtomicInteger here = new AtomicInteger();
  private final AtomicInteger elsewhere = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final LongAdder judged = new LongAdder();
  private final LongAdder fresh = new LongAdder();
  private volatile int accounts;
  private volatile Optional<Looking> looking = Optional.empty();

  /** Starts counting now, by a clock of nanoseconds. */
  ScanMeter(Figures figures, LongSupplier nanoTime) {
    this.figures = figures;
    this.nanoTime = nanoTime;
    this.began = nanoTime.getAsLong();
  }

  /** The scan is planned, and looks at its units since then. */
  private record Looking(String scanId, int units, Map<AccountId, String> names, long since) {}

  @Override
  public void entering(int all) {
    accounts = all;
  }

  @Override
  public void entered() {
    entered.incrementAndGet();
  }

  @Override
  public void planned(ScanPlan plan) {
    planned(
        plan.scanId(),
        (int) plan.units().count(),
        plan.targets().keySet().stream().collect(Collectors.toMap(Target::account, Target::name)));
  }

  void planned(String scanId, int units, Map<AccountId, String> names) {
    looking = Optional.of(new Looking(scanId, units, Map.copyOf(names), nanoTime.getAsLong()));
  }

  @Override
  public void doneElsewhere(Unit unit) {
    elsewhere.incrementAndGet();
  }

  @Override
  public void began(Unit unit) {
    now.add(unit);
  }

  @Override
  public void ended(Unit unit, SliceOutcome outcome, long judgedHere, long freshHere) {
    now.remove(unit);
    judged.add(judgedHere);
    fresh.add(freshHere);
    if (outcome == SliceOutcome.FAILED) {
      failed.incrementAndGet();
    }
    here.incrementAndGet();
  }

  /** Whether the units are known. */
  boolean isPlanned() {
    return looking.isPresent();
  }

  /** Accounts to enter; 0 while nobody knows. */
  int accounts() {
    return accounts;
  }

  /** Accounts that opened, or did not. */
  int entries() {
    return entered.get();
  }

  int units() {
    return looking.map(Looking::units).orElse(0);
  }

  /** Units that need no further look, whoever did them. */
  int done() {
    return here.get() + elsewhere.get();
  }

  /** Units under way in this process. */
  List<Unit> now() {
    return List.copyOf(now);
  }

  /** What people call the account of a unit. */
  String account(Unit unit) {
    return looking
        .map(plan -> plan.names().getOrDefault(unit.account(), ""))
        .filter(name -> !name.isEmpty())
        .orElse(unit.account().id());
  }

  long judged() {
    return judged.sum();
  }

  long fresh() {
    return fresh.sum();
  }

  long requests() {
    return figures.requests();
  }

  Duration elapsed() {
    return since(began);
  }

  /**
   * How long the rest will take this process, once there is something to estimate from. What others
   * did, or this scan before, says nothing of how fast it goes.
   */
  Optional<Duration> remaining() {
    int own = here.get();
    int left = units() - done();
    return looking
        .map(plan -> since(plan.since()))
        .filter(time -> own > 0 && left > 0 && time.compareTo(ENOUGH_TO_ESTIMATE) >= 0)
        .map(time -> time.multipliedBy(left).dividedBy(own));
  }

  /** One line of a log. */
  String line(Instant at) {
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    if (looking.isEmpty()) {
      return second + " scan entering=" + entries() + "/" + accounts;
    }
    return String.format(
        Locale.ROOT,
        "%s scan %s units=%d/%d issues=%d failed=%d denied=%d throttled=%d requests=%d",
        second,
        looking.get().scanId(),
        done(),
        units(),
        fresh(),
        failed.get(),
        figures.denied(),
        figures.throttled(),
        figures.requests());
  }

  private Duration since(long start) {
    return Duration.ofNanos(nanoTime.getAsLong() - start);
  }
}
