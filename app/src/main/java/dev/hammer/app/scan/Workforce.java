package dev.hammer.app.scan;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.scan.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Works units off side by side, a bounded number at a time, until all are done, time is up, or the
 * thread is interrupted. A unit that is cut off leaves nothing behind.
 */
final class Workforce {
  private static final int UNITS_AT_ONCE = 48;

  private final UnitLooker looker;

  Workforce(UnitLooker looker) {
    this.looker = looker;
  }

  /**
   * What was done, and why it ended.
   *
   * @param notReached units that were planned and not finished
   */
  record End(
      List<UnitResult> results,
      Set<Unit> notReached,
      boolean deadlineReached,
      boolean interrupted) {}

  End work(ScanPlan plan, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    Set<Unit> waiting = new TreeSet<>(looker.units());
    Map<AccountId, Integer> left = new HashMap<>();
    waiting.forEach(unit -> left.merge(unit.account(), 1, Integer::sum));
    List<UnitResult> results = new ArrayList<>();
    boolean late = false;
    boolean interrupted = false;
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletionService<UnitResult> done = new ExecutorCompletionService<>(threads);
      Semaphore places = new Semaphore(UNITS_AT_ONCE, true);
      List.copyOf(waiting).forEach(unit -> done.submit(() -> inTurn(places, unit)));
      try {
        while (!waiting.isEmpty()) {
          Future<UnitResult> next = done.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
          if (next == null) {
            late = true;
            break;
          }
          UnitResult result = next.get();
          results.add(result);
          waiting.remove(result.unit());
          AccountId account = result.unit().account();
          if (left.merge(account, -1, Integer::sum) == 0) {
            looker.leave(account);
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
    return new End(results, waiting, late, interrupted);
  }

  private UnitResult inTurn(Semaphore places, Unit unit) throws InterruptedException {
    places.acquire();
    try {
      return looker.look(unit);
    } finally {
      places.release();
    }
  }

  /** A unit turns what AWS answers into outcomes; what still fails is the store or a defect. */
  private static RuntimeException rethrown(ExecutionException failed) {
    return failed.getCause() instanceof RuntimeException cause
        ? cause
        : new IllegalStateException(failed.getCause());
  }
}
