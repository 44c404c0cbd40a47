package dev.hammer.core.ledger;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.scan.Unit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The ledger of a scan: which of its units somebody has begun, and which are done. A unit that is
 * not in it is free. Safe for several processes: of two that claim the same, one gets it.
 *
 * <p>The ledger spares work and names what is left; what is true of an issue never hangs on it. A
 * unit that two look at all the same is merged like any two looks, the later one having the say.
 */
public interface Ledger {
  /**
   * Takes a unit.
   *
   * @param from the worker it is taken over from; absent takes only what nobody has
   * @return false if the unit is done, or somebody else has it
   */
  boolean claim(String scanId, Unit unit, String worker, Optional<String> from);

  /**
   * Marks a unit as done once its look is stored.
   *
   * @param resources distinct resources that were judged
   * @return false if another worker has taken it over
   */
  boolean finish(String scanId, Unit unit, String worker, long resources);

  /** Gives back what this worker has claimed and not finished; anybody may claim it again. */
  void release(String scanId, Collection<Unit> units, String worker);

  /** The units of an account that are claimed or done, sorted. */
  List<LedgerEntry> ledger(String scanId, AccountId account);

  /** Says that a worker of the scan lives, and what it did so far. */
  void beat(String scanId, Worker worker);

  /** Everyone who ever worked on the scan, as they last said, sorted by id. */
  List<Worker> workers(String scanId);

  /** Forgets the ledger of a scan that nobody works on any more. */
  void clearLedger(String scanId);
}
