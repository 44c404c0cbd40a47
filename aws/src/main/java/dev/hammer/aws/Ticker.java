package dev.hammer.aws;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Time that only goes forward, and somebody who calls back when it has come so far. */
interface Ticker {
  /** Nanoseconds since some moment. */
  long nanos();

  /** Runs a task as soon as {@link #nanos()} is at least this. */
  void at(long nanos, Runnable task);

  /** The time of this machine, with a timer that is already there. */
  static Ticker of(ScheduledExecutorService timer) {
    return new Ticker() {
      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      @SuppressWarnings("FutureReturnValueIgnored") // the task tells nobody anything
      public void at(long nanos, Runnable task) {
        timer.schedule(task, nanos - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
    };
  }
}
