package dev.hammer.app.scan;

import dev.hammer.core.ledger.LedgerEntry;
import dev.hammer.core.ledger.Worker;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.scan.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The units of a scan that other processes have or did, or this scan before it was taken up again.
 */
final class Others {
  private final ScanPlan plan;
  private final Claims claims;
  private final ScanListener listener;
  private final SortedSet<Unit> theirs = new TreeSet<>();
  private final SortedMap<Unit, LedgerEntry> finished = new TreeMap<>();

  /**
   * Prepares to watch.
   *
   * @param listener hears of each unit that this process need not do, and of those it takes over
   */
  Others(ScanPlan plan, Claims claims, ScanListener listener) {
    this.plan = plan;
    this.claims = claims;
    this.listener = listener;
  }

  /** Whether nobody else has anything under way. */
  boolean isEmpty() {
    return theirs.isEmpty();
  }

  /** Units that others did. */
  SortedMap<Unit, LedgerEntry> finished() {
    return finished;
  }

  /** Somebody else was faster. */
  void have(Unit unit) {
    theirs.add(unit);
  }

  /** Before the turn of an account: takes out what is done already, or under way with others. */
  void readUp(Turns.Turn turn) {
    SortedSet<Unit> planned = planned(turn.account());
    List<Unit> taken = new ArrayList<>();
    for (LedgerEntry entry : claims.entries(turn.account())) {
      if (planned.contains(entry.unit())) {
        taken.add(entry.unit());
        if (entry.done()) {
          finish(entry);
        } else {
          theirs.add(entry.unit());
        }
      }
    }
    turn.without(taken);
  }

  /**
   * Sees what became of the units of others: done, given back, or left behind by one that is gone.
   *
   * @param most of how many units at most there is room for
   * @return those that this process has claimed now
   */
  List<Unit> claimFree(int most) {
    List<Unit> claimed = new ArrayList<>();
    List<Worker> workers = claims.workers();
    Set<String> alive = ids(claims.living(workers));
    Map<Unit, LedgerEntry> entries = entries();
    Map<String, Integer> takenOver = new TreeMap<>();
    for (Unit unit : List.copyOf(theirs)) {
      @Nullable LedgerEntry entry = entries.get(unit);
      if (entry != null && entry.done()) {
        theirs.remove(unit);
        finish(entry);
      } else if (claimed.size() < most && isClaimed(unit, entry, alive)) {
        theirs.remove(unit);
        claimed.add(unit);
        if (entry != null) {
          takenOver.merge(entry.worker(), 1, Integer::sum);
        }
      }
    }
    workers.stream()
        .filter(worker -> takenOver.containsKey(worker.id()))
        .forEach(gone -> listener.tookOver(gone, takenOver.getOrDefault(gone.id(), 0)));
    return claimed;
  }

  /**
   * At an early end.
   *
   * @param lost hears of the units that nobody reaches any more
   * @return what those who live have under way
   */
  SortedSet<Unit> leaveTo(Consumer<Unit> lost) {
    SortedSet<Unit> left = new TreeSet<>();
    if (theirs.isEmpty()) {
      return left;
    }
    Set<String> alive = ids(claims.living(claims.workers()));
    Map<Unit, LedgerEntry> entries = entries();
    for (Unit unit : theirs) {
      @Nullable LedgerEntry entry = entries.get(unit);
      if (entry != null && entry.done()) {
        finish(entry);
      } else if (entry != null && alive.contains(entry.worker())) {
        left.add(unit);
      } else {
        lost.accept(unit);
      }
    }
    return left;
  }

  private boolean isClaimed(Unit unit, @Nullable LedgerEntry entry, Set<String> alive) {
    return entry == null
        ? claims.claim(unit)
        : !alive.contains(entry.worker()) && claims.takeOver(entry);
  }

  private void finish(LedgerEntry entry) {
    if (finished.put(entry.unit(), entry) == null) {
      listener.doneElsewhere(entry.unit());
    }
  }

  private static Set<String> ids(List<Worker> workers) {
    Set<String> ids = new HashSet<>();
    workers.stream().map(Worker::id).forEach(ids::add);
    return ids;
  }

  private Map<Unit, LedgerEntry> entries() {
    Map<Unit, LedgerEntry> entries = new TreeMap<>();
    theirs.stream()
        .map(Unit::account)
        .distinct()
        .forEach(account -> claims.entries(account).forEach(e -> entries.put(e.unit(), e)));
    return entries;
  }

  private SortedSet<Unit> planned(AccountId account) {
    @Nullable AccountPlan of = plan.accounts().get(account);
    return of == null ? new TreeSet<>() : of.units();
  }
}
