package dev.hammer.app.scan;

import dev.hammer.core.issue.StoreException;
import dev.hammer.core.ledger.Ledger;
import dev.hammer.core.ledger.LedgerEntry;
import dev.hammer.core.ledger.Vigil;
import dev.hammer.core.ledger.Worker;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.scan.Unit;
import dev.hammer.core.value.Value;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The part of this process in a scan: the units it has claimed, and a sign of life every few
 * seconds for as long as it is open.
 */
final class Claims implements AutoCloseable {
  private static final Duration BEAT = Duration.ofSeconds(15);

  private final Ledger ledger;
  private final String scanId;
  private final InstantSource clock;
  private final Supplier<Value.Fields> figures;
  private final String id;
  private final Vigil vigil = new Vigil(Host::isDead);
  private final Thread heart;
  private Worker self;

  private Claims(
      Ledger ledger,
      String scanId,
      Worker self,
      InstantSource clock,
      Supplier<Value.Fields> figures) {
    this.ledger = ledger;
    this.scanId = scanId;
    this.self = self;
    this.id = self.id();
    this.clock = clock;
    this.figures = figures;
    this.heart = Thread.ofVirtual().name("heart of " + scanId).unstarted(this::live);
  }

  /**
   * Joins a scan, alone or beside others.
   *
   * @param id of this process among all that ever work on the scan
   * @param figures what this process asked of AWS so far
   */
  static Claims join(
      Ledger ledger,
      String scanId,
      String id,
      InstantSource clock,
      Supplier<Value.Fields> figures) {
    Worker self =
        new Worker(
            id, Host.name(), Host.process(), clock.instant().plus(Worker.LEASE), 1, figures.get());
    ledger.beat(scanId, self);
    Claims claims = new Claims(ledger, scanId, self, clock, figures);
    claims.heart.start();
    return claims;
  }

  /** Takes a unit that nobody has; false if somebody has it or has done it. */
  boolean claim(Unit unit) {
    return ledger.claim(scanId, unit, id, Optional.empty());
  }

  /** Takes a unit over from a worker that is gone; false if somebody else was faster. */
  boolean takeOver(LedgerEntry entry) {
    return ledger.claim(scanId, entry.unit(), id, Optional.of(entry.worker()));
  }

  /** Says that a unit is done, whoever thinks to have it by now. */
  void finish(Unit unit, long resources) {
    var _ = ledger.finish(scanId, unit, id, resources);
  }

  /** Gives back what is not done. */
  void release(Collection<Unit> units) {
    ledger.release(scanId, units, id);
  }

  List<LedgerEntry> entries(AccountId account) {
    return ledger.ledger(scanId, account);
  }

  /** All that ever worked on the scan, as they said last. */
  List<Worker> workers() {
    return ledger.workers(scanId);
  }

  /** Those of them that live, but for this process. */
  List<Worker> living(List<Worker> workers) {
    return workers.stream()
        .filter(worker -> !worker.id().equals(id))
        .filter(worker -> !vigil.isGone(worker, clock.instant()))
        .toList();
  }

  /** The id of this process among the workers. */
  String id() {
    return id;
  }

  /**
   * Says what this process asked of AWS so far, for others to add up: now, when it has nothing more
   * to do itself.
   */
  void tell() {
    beat();
  }

  /** Leaves the scan: whatever this process still has can be taken over at once. */
  @Override
  public void close() {
    heart.interrupt();
    synchronized (this) {
      self =
          new Worker(
              self.id(),
              self.host(),
              self.process(),
              clock.instant(),
              self.beats() + 1,
              figures.get());
      ledger.beat(scanId, self);
    }
  }

  private void live() {
    try {
      while (true) {
        Thread.sleep(BEAT);
        try {
          beat();
        } catch (StoreException busy) {
          // The next beat comes within the lease. Should the store be gone, the work fails by
          // itself.
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void beat() {
    if (!heart.isInterrupted()) {
      self = self.again(clock.instant(), figures.get());
      ledger.beat(scanId, self);
    }
  }
}
