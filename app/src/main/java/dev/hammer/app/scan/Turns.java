package dev.hammer.app.scan;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.scan.Unit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The order in which units are begun: a few accounts at a time, and the next unit always from the
 * one of them that has the fewest under way, so that a large account does not keep small ones
 * waiting. The units of an account that waits are not worked out yet.
 */
final class Turns {
  private static final int ACCOUNTS_AT_ONCE = 8;

  /**
   * Each account from its longest chain of calls: a global service asks for every bucket or user,
   * eight at a time, and begun last it would end long after all others.
   */
  private static final Comparator<Unit> LONGEST_FIRST =
      Comparator.comparing((Unit unit) -> unit.region().isReal())
          .thenComparing(Comparator.naturalOrder());

  private final Iterator<AccountPlan> accounts;
  private final Consumer<Turn> opening;
  private final List<Turn> open = new ArrayList<>();

  /**
   * Prepares the turns.
   *
   * @param opening told of each account before its first unit is begun; may take units out
   */
  Turns(Collection<AccountPlan> accounts, Consumer<Turn> opening) {
    this.accounts = accounts.stream().filter(AccountPlan::isOpen).iterator();
    this.opening = opening;
  }

  /** One account at its turn. */
  static final class Turn {
    private final AccountId account;
    private final Queue<Unit> waiting;
    private final SortedSet<Unit> running = new TreeSet<>();
    private long began;

    private Turn(AccountPlan plan) {
      this.account = plan.account();
      this.waiting = new ArrayDeque<>(inTurn(plan.units()));
    }

    AccountId account() {
      return account;
    }

    /** Units that need no turn any more. */
    void without(Collection<Unit> units) {
      waiting.removeAll(units);
    }

    /** Units that are under way. */
    SortedSet<Unit> running() {
      return running;
    }

    /** Takes all units out that were not begun. */
    List<Unit> drop() {
      List<Unit> dropped = List.copyOf(waiting);
      waiting.clear();
      return dropped;
    }

    /** Whether it has been under way since before a moment of {@link System#nanoTime}. */
    boolean isUnderWaySince(long moment) {
      return began != 0 && began - moment < 0;
    }

    private boolean isOver() {
      return waiting.isEmpty() && running.isEmpty();
    }
  }

  /** The units in the order in which an account begins them. */
  static List<Unit> inTurn(Collection<Unit> units) {
    return units.stream().sorted(LONGEST_FIRST).toList();
  }

  /** The unit whose turn it is; it counts as under way until {@link #ended}. */
  Optional<Unit> next() {
    fill();
    Optional<Turn> turn =
        open.stream()
            .filter(one -> !one.waiting.isEmpty())
            .min(Comparator.comparingInt(one -> one.running.size()));
    return turn.map(
        one -> {
          Unit unit = one.waiting.remove();
          one.running.add(unit);
          if (one.began == 0) {
            one.began = System.nanoTime() | 1;
          }
          return unit;
        });
  }

  /** A unit is not under way any more; whether it was the last of its account. */
  boolean ended(Unit unit) {
    for (Turn turn : open) {
      if (turn.running.remove(unit)) {
        return turn.isOver() && open.remove(turn);
      }
    }
    return false;
  }

  /** The accounts under way. */
  List<Turn> open() {
    return List.copyOf(open);
  }

  /** Everything that was not begun, of all accounts. */
  List<Unit> rest() {
    List<Unit> rest = new ArrayList<>();
    open.forEach(turn -> rest.addAll(turn.drop()));
    accounts.forEachRemaining(plan -> rest.addAll(plan.units()));
    return rest;
  }

  private void fill() {
    open.removeIf(Turn::isOver);
    while (accounts.hasNext() && open.size() < ACCOUNTS_AT_ONCE) {
      Turn turn = new Turn(accounts.next());
      opening.accept(turn);
      if (!turn.isOver()) {
        open.add(turn);
      }
    }
  }
}
