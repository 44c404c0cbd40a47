package dev.hammer.app.scan;

import dev.hammer.core.ledger.LedgerEntry;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.scan.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Works units off side by side, a bounded number at a time, until all are done, time is up, or the
 * thread is interrupted. A unit that is cut off leaves nothing behind. Units that another process
 * has are left to it, and taken over should it be gone; the work ends when they are done, too.
 */
final class Workforce {
  private static final int UNITS_AT_ONCE = 48;
  private static final Duration LOOK_ROUND = Duration.ofSeconds(1);

  private final UnitLooker looker;
  private final Claims claims;
  private final Consumer<UnitResult> done;
  private final Others others;
  private final Turns turns;
  private final Map<Unit, Thread> running = new HashMap<>();
  private final BlockingQueue<Ended> endings = new LinkedBlockingQueue<>();
  private final SortedMap<Unit, ReadFailure> notReached = new TreeMap<>();
  private final Set<AccountId> cut = new TreeSet<>();
  private final Garbage garbage = new Garbage();
  private final Duration accountTimeout;
  private long lookedRound = System.nanoTime();
  private boolean isIdle;

  /**
   * Gathers a workforce for the units of one scan.
   *
   * @param isResumed whether units may be done already
   * @param done hears of each unit that is stored, from the thread that lets work
   * @param listener hears what becomes of the units of other processes
   */
  Workforce(
      ScanPlan plan,
      UnitLooker looker,
      Claims claims,
      boolean isResumed,
      Duration accountTimeout,
      Consumer<UnitResult> done,
      ScanListener listener) {
    this.looker = looker;
    this.claims = claims;
    this.accountTimeout = accountTimeout;
    this.done = done;
    this.others = new Others(plan, claims, listener);
    this.turns = new Turns(plan.accounts().values(), isResumed ? others::readUp : _ -> {});
  }

  /**
   * Why it ended, and what was planned and not finished.
   *
   * @param finishedByOthers units that this process did not do, but another, or this scan before
   * @param leftToOthers units that processes which live have under way
   * @param notReached units that nobody has or did, and why
   * @param deadlineReached whether time was up first, of all or of an account
   * @param interrupted whether somebody stopped it
   */
  record End(
      SortedMap<Unit, LedgerEntry> finishedByOthers,
      SortedSet<Unit> leftToOthers,
      SortedMap<Unit, ReadFailure> notReached,
      boolean deadlineReached,
      boolean interrupted) {
    End {
      finishedByOthers = Collections.unmodifiableSortedMap(new TreeMap<>(finishedByOthers));
      leftToOthers = Collections.unmodifiableSortedSet(new TreeSet<>(leftToOthers));
      notReached = Collections.unmodifiableSortedMap(new TreeMap<>(notReached));
    }
  }

  /** How a unit ended: with a result, or with what stopped it. */
  private record Ended(Unit unit, Optional<UnitResult> result, Optional<Throwable> failure) {}

  /** Works until the end; what fails other than a unit is thrown on. */
  End work(Duration timeout) {
    long deadline = System.nanoTime() + TimeUnit.NANOSECONDS.convert(timeout);
    boolean late = false;
    boolean interrupted = false;
    try {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      start();
      while (!late && !(running.isEmpty() && others.isEmpty())) {
        @Nullable Ended ended = endings.poll(untilNext(deadline), TimeUnit.NANOSECONDS);
        if (ended != null) {
          finish(ended);
        }
        late = System.nanoTime() - deadline >= 0;
        cutOff();
        lookRound();
        start();
      }
    } catch (InterruptedException stopped) {
      interrupted = true;
    } finally {
      stopAll();
    }
    finishStored();
    String why = interrupted ? "stopped before its turn" : "the deadline came first";
    turns.rest().forEach(unit -> notReached.put(unit, notReached(unit, why)));
    running.keySet().forEach(unit -> notReached.putIfAbsent(unit, notReached(unit, why)));
    claims.release(running.keySet());
    SortedSet<Unit> theirs = others.leaveTo(unit -> notReached.put(unit, notReached(unit, why)));
    return new End(others.finished(), theirs, notReached, late || !cut.isEmpty(), interrupted);
  }

  private static ReadFailure notReached(Unit unit, String why) {
    return ReadFailure.of(ApiCall.of(unit.service(), "-"), ReadFailure.Kind.NOT_REACHED, why);
  }

  /** How long nothing but an ending needs attention. */
  private long untilNext(long deadline) {
    long next = deadline - System.nanoTime();
    return turns.open().isEmpty() && others.isEmpty() ? next : Math.min(next, LOOK_ROUND.toNanos());
  }

  /** Begins units until as many are under way as may be. */
  private void start() {
    while (running.size() < UNITS_AT_ONCE) {
      Optional<Unit> next = turns.next();
      if (next.isEmpty()) {
        return;
      }
      Unit unit = next.get();
      if (claims.claim(unit)) {
        start(unit);
      } else {
        others.have(unit);
        leaveIfLast(unit);
      }
    }
  }

  private void start(Unit unit) {
    running.put(unit, Thread.ofVirtual().name(unit.toString()).start(() -> look(unit)));
  }

  private void look(Unit unit) {
    try {
      UnitResult result = looker.look(unit);
      claims.finish(unit, result.resources());
      endings.add(new Ended(unit, Optional.of(result), Optional.empty()));
    } catch (InterruptedException stopped) {
      endings.add(new Ended(unit, Optional.empty(), Optional.of(stopped)));
    } catch (RuntimeException | Error failed) {
      endings.add(new Ended(unit, Optional.empty(), Optional.of(failed)));
    }
  }

  /** A unit turns what AWS answers into outcomes; what still fails is the store or a defect. */
  private void finish(Ended ended) {
    running.remove(ended.unit());
    leaveIfLast(ended.unit());
    garbage.collectIfWorthIt();
    if (ended.result().isPresent()) {
      done.accept(ended.result().get());
      return;
    }
    switch (ended.failure().orElseThrow()) {
      case InterruptedException _ -> unfinished(ended.unit());
      case Error error -> throw error;
      case RuntimeException failed -> throw failed;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }

  /** While the work goes on, only units of an account whose time was up are interrupted. */
  private void unfinished(Unit unit) {
    claims.release(List.of(unit));
    notReached.put(unit, notReached(unit, whyCut()));
  }

  private String whyCut() {
    return "the time for one account was up, " + accountTimeout.toSeconds() + " s";
  }

  private void leaveIfLast(Unit unit) {
    if (turns.ended(unit)) {
      looker.leave(unit.account());
    }
  }

  /** Leaves accounts whose time is up. */
  private void cutOff() {
    long latest = System.nanoTime() - TimeUnit.NANOSECONDS.convert(accountTimeout);
    for (Turns.Turn turn : turns.open()) {
      if (turn.isUnderWaySince(latest) && cut.add(turn.account())) {
        turn.drop().forEach(unit -> notReached.put(unit, notReached(unit, whyCut())));
        turn.running().forEach(this::interrupt);
      }
    }
  }

  private void interrupt(Unit unit) {
    @Nullable Thread thread = running.get(unit);
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** From time to time, begins what others gave back or left behind. */
  private void lookRound() {
    long now = System.nanoTime();
    if (others.isEmpty()
        || running.size() >= UNITS_AT_ONCE
        || now - lookedRound < LOOK_ROUND.toNanos()) {
      return;
    }
    lookedRound = now;
    if (running.isEmpty() && !isIdle) {
      claims.tell();
    }
    isIdle = running.isEmpty();
    others.claimFree(UNITS_AT_ONCE - running.size()).forEach(this::start);
  }

  /** Lets go of all threads, and waits until none writes any more. */
  private void stopAll() {
    running.values().forEach(Thread::interrupt);
    boolean again = false;
    for (Thread thread : List.copyOf(running.values())) {
      boolean isJoined = false;
      while (!isJoined) {
        try {
          thread.join();
          isJoined = true;
        } catch (InterruptedException impatient) {
          again = true;
        }
      }
    }
    if (again) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was being stored when the end came is stored, and counts. */
  private void finishStored() {
    List<Ended> last = new ArrayList<>();
    endings.drainTo(last);
    for (Ended ended : last) {
      ended
          .result()
          .ifPresent(
              result -> {
                running.remove(ended.unit());
                leaveIfLast(ended.unit());
                done.accept(result);
              });
    }
  }
}
