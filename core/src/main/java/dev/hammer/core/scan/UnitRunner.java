package dev.hammer.core.scan;

import dev.hammer.core.reading.ListingEnd;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.Reader;
import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.reading.UnreadableException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs the readers of a unit side by side and judges what they stream, resource by resource, on
 * virtual threads. The one place where an unreadable facet becomes an unknown verdict, and where a
 * defect costs no more than its own resource.
 */
public final class UnitRunner {
  /** Resources of one listing in judgement at once: memory stays flat however long the list. */
  private static final int IN_JUDGEMENT = 64;

  private final InstantSource clock;
  private final String scanId;

  public UnitRunner(InstantSource clock, String scanId) {
    this.clock = clock;
    this.scanId = scanId;
  }

  /**
   * Looks at a whole unit, or only at the resource of one name.
   *
   * @return one look per check, in the order of the plans
   * @throws InterruptedException if the run was stopped; nothing of the unit may be stored then
   */
  public List<Look> run(Unit unit, List<ReaderPlan<?>> plans, Optional<String> only)
      throws InterruptedException {
    List<Look> looks = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Look>>> readers = new ArrayList<>();
      try {
        plans.forEach(plan -> readers.add(threads.submit(() -> look(unit, plan, only, threads))));
        for (Future<List<Look>> reader : readers) {
          looks.addAll(reader.get());
        }
      } catch (ExecutionException failed) {
        throw new IllegalStateException("looking at " + unit + " failed", failed.getCause());
      } finally {
        threads.shutdownNow();
      }
    }
    return looks;
  }

  private <S extends Snapshot> List<Look> look(
      Unit unit, ReaderPlan<S> plan, Optional<String> only, ExecutorService threads)
      throws InterruptedException {
    Instant began = clock.instant();
    List<Tally<S>> tallies = plan.checks().stream().map(Tally::new).toList();
    ListingEnd end;
    try (Judging<S> judging = new Judging<>(tallies, threads)) {
      end = only.isPresent() ? find(plan, only.get(), judging) : list(plan, judging);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedException();
    }
    Instant ended = clock.instant();
    return tallies.stream()
        .map(tally -> tally.look(unit, plan, scanId, began, ended, end, only))
        .toList();
  }

  private static <S extends Snapshot> ListingEnd list(ReaderPlan<S> plan, Judging<S> judging) {
    try {
      return plan.reader().list(judging::submit);
    } catch (UnreadableException unreadable) {
      return new ListingEnd.Broken(unreadable.failure());
    } catch (RuntimeException defect) {
      return new ListingEnd.Broken(defect(plan, defect));
    }
  }

  private static <S extends Snapshot> ListingEnd find(
      ReaderPlan<S> plan, String name, Judging<S> judging) {
    Reader<S> reader = plan.reader();
    try {
      reader.find(name).ifPresent(judging::submit);
      return new ListingEnd.Complete();
    } catch (UnreadableException unreadable) {
      return new ListingEnd.Broken(unreadable.failure());
    } catch (RuntimeException defect) {
      return new ListingEnd.Broken(defect(plan, defect));
    }
  }

  private static ReadFailure defect(ReaderPlan<?> plan, RuntimeException defect) {
    return ReadFailure.of(plan.listing(), ReadFailure.Kind.DEFECT, String.valueOf(defect));
  }

  /** Hands resources to threads, a bounded number at a time, and waits for all of them. */
  private static final class Judging<S extends Snapshot> implements AutoCloseable {
    private final List<Tally<S>> tallies;
    private final ExecutorService threads;
    private final Semaphore places = new Semaphore(IN_JUDGEMENT);
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Throwable> broken = new AtomicReference<>();

    Judging(List<Tally<S>> tallies, ExecutorService threads) {
      this.tallies = tallies;
      this.threads = threads;
    }

    /** Pages that shift while they are read may bring a resource twice; it is judged once. */
    void submit(S snapshot) {
      if (seen.add(snapshot.ref().id())) {
        start(snapshot);
      }
    }

    private void start(S snapshot) {
      try {
        places.acquire();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("stopped", stopped);
      }
      try {
        threads.execute(() -> judge(snapshot));
      } catch (RejectedExecutionException stopped) {
        places.release();
        throw stopped;
      }
    }

    private void judge(S snapshot) {
      try {
        tallies.forEach(tally -> tally.judge(snapshot));
      } catch (Throwable defect) {
        broken.set(defect);
      } finally {
        places.release();
      }
    }

    /**
     * Waits for all that was submitted. What broke a thread may have swallowed a resource, which
     * would look like gone: nothing of this look may be used then.
     */
    @Override
    public void close() {
      places.acquireUninterruptibly(IN_JUDGEMENT);
      Throwable defect = broken.get();
      if (defect != null) {
        throw new IllegalStateException("judging broke off", defect);
      }
    }
  }
}
