package dev.hammer.aws;

import dev.hammer.core.reading.ApiCall;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps every call within what AWS allows, what this machine bears, and what is fair among
 * accounts: who asks waits here until the {@link Desk} lets it go. Waiting for the first attempt is
 * over before the SDK's timeouts begin.
 */
final class Governor implements AutoCloseable {
  private static final int PER_SERVICE = 8;
  private static final int IN_ALL = 64;

  /**
   * A further attempt waits while the SDK's timeout runs, so not for long; after that it goes, and
   * the calls behind it wait for its token instead.
   */
  private static final Duration LONGEST_COMEBACK = Duration.ofSeconds(10);

  /** Bound while a call is made. */
  private static final ScopedValue<Map.Entry<Governor, Pass>> HELD = ScopedValue.newInstance();

  private final Ticker ticker;
  private final CallLog log;
  private final Desk desk;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Turn, Condition> sleepers = new HashMap<>();
  private Optional<Long> alarm = Optional.empty();
  private boolean closed;

  Governor(Budget budget, Ticker ticker, CallLog log) {
    this.ticker = ticker;
    this.log = log;
    this.desk = new Desk(budget, IN_ALL, PER_SERVICE);
  }

  /** How many calls can be in flight at once: what the HTTP client must have room for. */
  static int inAll() {
    return IN_ALL;
  }

  /**
   * Makes a call as soon as it may go. A call within a call waits for nothing: calls that hold a
   * place and wait for another would wait for each other. What it sends is counted all the same.
   *
   * @throws InterruptedException if stopped while waiting
   */
  <T> T within(String account, String region, ApiCall call, Callable<T> request) throws Exception {
    Optional<Pass> outer = current();
    if (outer.isPresent()) {
      return within(outer.get(), account, region, call, request);
    }
    Turn turn = enter(account, region, call);
    Pass pass = Pass.of(call, turn);
    try {
      return ScopedValue.where(HELD, Map.entry(this, pass)).call(request::call);
    } finally {
      leave(pass, turn);
    }
  }

  /** Before an attempt is sent: its token, and after a pause a place. */
  void sending() throws InterruptedException {
    Optional<Pass> held = current();
    if (held.isEmpty()) {
      return;
    }
    Pass pass = held.get();
    lock.lockInterruptibly();
    try {
      if (!pass.usePrepaid()) {
        Optional<Turn> pausing = pass.turn().filter(turn -> turn.state() == Turn.State.PAUSING);
        if (pausing.isPresent()) {
          comeBack(pausing.get());
        } else {
          pass.line().tempo().take(ticker.nanos());
        }
      }
      pass.sent(ticker.nanos());
    } finally {
      lock.unlock();
    }
  }

  /** The service answered an attempt, whatever it said. */
  void answered() {
    current()
        .ifPresent(
            pass -> {
              lock.lock();
              try {
                pass.line().tempo().answered(ticker.nanos());
              } finally {
                lock.unlock();
              }
            });
  }

  /** The service throttled an attempt. */
  void throttled() {
    log.wasThrottled();
    current()
        .ifPresent(
            pass -> {
              lock.lock();
              try {
                Line line = pass.line();
                line.tempo().throttled(pass.sentAt(), ticker.nanos(), line.lane().inFlight());
              } finally {
                lock.unlock();
              }
            });
  }

  /**
   * There will be another attempt after a pause; until then the call gives up its place.
   *
   * @return how long it takes at least until there is a token for it
   */
  Duration pausing() {
    Optional<Pass> held = current();
    if (held.isEmpty()) {
      return Duration.ZERO;
    }
    lock.lock();
    try {
      held.get().turn().ifPresent(desk::pause);
      long now = ticker.nanos();
      long ready = held.get().line().tempo().readyAt(now);
      pump();
      return Duration.ofNanos(ready - now);
    } finally {
      lock.unlock();
    }
  }

  /** The call this thread makes at present, and of which kind it is. */
  Optional<Pass> current() {
    return HELD.isBound() && HELD.get().getKey() == this
        ? Optional.of(HELD.get().getValue())
        : Optional.empty();
  }

  /** An account is left: unless it is entered again, nothing is kept about it a little later. */
  void forget(String account) {
    lock.lock();
    try {
      desk.forget(account, ticker.nanos());
    } finally {
      lock.unlock();
    }
  }

  /** Nobody waits any longer, and nobody will. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      sleepers.values().forEach(Condition::signal);
    } finally {
      lock.unlock();
    }
  }

  private <T> T within(Pass outer, String account, String region, ApiCall call, Callable<T> request)
      throws Exception {
    Line line;
    lock.lock();
    try {
      line = desk.line(account, region, call, ticker.nanos());
    } finally {
      lock.unlock();
    }
    return outer.line() == line
        ? request.call()
        : ScopedValue.where(HELD, Map.entry(this, Pass.within(call, line))).call(request::call);
  }

  private Turn enter(String account, String region, ApiCall call) throws InterruptedException {
    Turn turn;
    lock.lockInterruptibly();
    try {
      long now = ticker.nanos();
      turn = desk.arrive(desk.line(account, region, call, now), now, this::wake);
      try {
        await(turn);
      } catch (InterruptedException | RuntimeException stopped) {
        desk.end(turn);
        pump();
        throw stopped;
      }
    } finally {
      lock.unlock();
    }
    if (turn.waited() > 0) {
      log.waited(turn.waited());
    }
    return turn;
  }

  private void await(Turn turn) throws InterruptedException {
    Condition admitted = lock.newCondition();
    sleepers.put(turn, admitted);
    try {
      pump();
      while (turn.state() == Turn.State.WAITING) {
        if (closed) {
          throw new IllegalStateException("the connection was closed");
        }
        admitted.await();
      }
    } finally {
      sleepers.remove(turn);
    }
  }

  private void comeBack(Turn turn) throws InterruptedException {
    Condition admitted = lock.newCondition();
    sleepers.put(turn, admitted);
    try {
      desk.comeBack(turn, ticker.nanos());
      pump();
      long patience = LONGEST_COMEBACK.toNanos();
      while (turn.state() == Turn.State.WAITING && patience > 0 && !closed) {
        patience = admitted.awaitNanos(patience);
      }
      desk.force(turn, ticker.nanos());
    } finally {
      sleepers.remove(turn);
    }
  }

  private void leave(Pass pass, Turn turn) {
    lock.lock();
    try {
      if (pass.usePrepaid()) {
        pass.line().tempo().giveBack(ticker.nanos());
      }
      desk.end(turn);
      pump();
    } finally {
      lock.unlock();
    }
  }

  private void wake(Turn turn) {
    Condition admitted = sleepers.get(turn);
    if (admitted != null) {
      admitted.signal();
    }
  }

  /** Lets go who can go, and has itself called when the next token is there. */
  private void pump() {
    long now = ticker.nanos();
    desk.admit(now);
    OptionalLong next = desk.nextAdmission(now);
    if (next.isPresent() && !closed && alarm.filter(at -> at <= next.getAsLong()).isEmpty()) {
      alarm = Optional.of(next.getAsLong());
      ticker.at(next.getAsLong(), this::ring);
    }
  }

  private void ring() {
    lock.lock();
    try {
      alarm = Optional.empty();
      pump();
    } finally {
      lock.unlock();
    }
  }
}
