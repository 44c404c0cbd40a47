package dev.hammer.app.scan;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.scan.Unit;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Works units off side by side, a bounded number at a time, until all are done, time is up, or the
 * thread is interrupted. A unit that is cut off leaves nothing behind.
 */
final class Workforce {
  private static final int UNITS_AT_ONCE = 48;

  /**
   * Account by account, each from its longest chain of calls: a global service asks for every
   * bucket or user, eight at a time, and begun last it would end long after all others.
   */
  private static final Comparator<Unit> LONGEST_FIRST =
      Comparator.comparing(Unit::account)
          .thenComparing(unit -> unit.region().isReal())
          .thenComparing(Comparator.naturalOrder());

  private final UnitLooker looker;
  private final Consumer<UnitResult> done;
  private final Queue<Unit> waiting = new ArrayDeque<>();
  private final SortedSet<Unit> left = new TreeSet<>();
  private final Map<AccountId, Integer> leftOfAccount = new HashMap<>();

  /**
   * Gathers a workforce for the units of one scan.
   *
   * @param done hears of each unit that is stored, from the thread that lets work
   */
  Workforce(UnitLooker looker, Consumer<UnitResult> done) {
    this.looker = looker;
    this.done = done;
    for (Unit unit : inTurn(looker.units())) {
      waiting.add(unit);
      left.add(unit);
      leftOfAccount.merge(unit.account(), 1, Integer::sum);
    }
  }

  /**
   * Why it ended, and what was planned and not finished.
   *
   * @param deadlineReached whether time was up first
   * @param interrupted whether somebody stopped it
   */
  record End(SortedSet<Unit> notReached, boolean deadlineReached, boolean interrupted) {
    End {
      notReached = Collections.unmodifiableSortedSet(new TreeSet<>(notReached));
    }

    ReadFailure whyNotReached(Unit unit) {
      return ReadFailure.of(
          ApiCall.of(unit.service(), "-"),
          ReadFailure.Kind.NOT_REACHED,
          interrupted ? "stopped before its turn" : "the deadline came first");
    }
  }

  /** The units in the order in which they are begun. */
  static List<Unit> inTurn(Collection<Unit> units) {
    return units.stream().sorted(LONGEST_FIRST).toList();
  }

  /** Works until the end; what fails other than a unit is thrown on. */
  End work(Duration timeout) {
    long deadline = System.nanoTime() + TimeUnit.NANOSECONDS.convert(timeout);
    boolean late = false;
    boolean interrupted = false;
    CompletionService<UnitResult> running;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      running = new ExecutorCompletionService<>(threads);
      try {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        for (int i = 0; i < UNITS_AT_ONCE; i++) {
          startNext(running);
        }
        while (!left.isEmpty() && !late) {
          Future<UnitResult> next =
              running.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
          if (next == null) {
            late = true;
          } else {
            finish(next.get());
            startNext(running);
          }
        }
      } catch (InterruptedException stopped) {
        interrupted = true;
      } catch (ExecutionException failed) {
        throw rethrown(failed);
      } finally {
        threads.shutdownNow();
      }
    }
    finishStored(running);
    return new End(left, late, interrupted);
  }

  private void startNext(CompletionService<UnitResult> running) {
    Unit unit = waiting.poll();
    if (unit != null) {
      running.submit(() -> looker.look(unit));
    }
  }

  /** What was being stored when the end came is stored, and counts. */
  private void finishStored(CompletionService<UnitResult> running) {
    for (Future<UnitResult> last = running.poll(); last != null; last = running.poll()) {
      if (last.state() == Future.State.SUCCESS) {
        finish(last.resultNow());
      }
    }
  }

  private void finish(UnitResult result) {
    left.remove(result.unit());
    done.accept(result);
    AccountId account = result.unit().account();
    if (leftOfAccount.merge(account, -1, Integer::sum) == 0) {
      looker.leave(account);
    }
  }

  /** A unit turns what AWS answers into outcomes; what still fails is the store or a defect. */
  private static RuntimeException rethrown(ExecutionException failed) {
    return failed.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(failed.getCause());
  }
}
