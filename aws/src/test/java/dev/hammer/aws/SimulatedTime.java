package dev.hammer.aws;

import java.time.Duration;
import java.util.PriorityQueue;

/** Time that stands still until a test lets it pass, and then passes without anybody waiting. */
final class SimulatedTime implements Ticker {
  private record Due(long nanos, long number, Runnable task) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = Long.compare(nanos, other.nanos);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  private final PriorityQueue<Due> tasks = new PriorityQueue<>();
  private long now;
  private long added;

  @Override
  public synchronized long nanos() {
    return now;
  }

  @Override
  public synchronized void at(long nanos, Runnable task) {
    tasks.add(new Due(Math.max(nanos, now), added++, task));
  }

  void in(Duration delay, Runnable task) {
    at(nanos() + delay.toNanos(), task);
  }

  /** Runs all that is due until then, each at its moment. */
  void pass(Duration span) {
    long end = nanos() + span.toNanos();
    while (true) {
      Due next;
      synchronized (this) {
        next = tasks.peek();
        if (next == null || next.nanos() > end) {
          now = end;
          return;
        }
        tasks.remove();
        now = next.nanos();
      }
      next.task().run();
    }
  }

  /** The same until nothing more is to come. */
  Duration passAll() {
    while (true) {
      long wait;
      synchronized (this) {
        if (tasks.isEmpty()) {
          return Duration.ofNanos(now);
        }
        wait = tasks.element().nanos() - now;
      }
      pass(Duration.ofNanos(wait));
    }
  }
}
