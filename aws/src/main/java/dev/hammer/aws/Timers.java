package dev.hammer.aws;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Makes the one timer of the process that ends calls which take too long. */
final class Timers {
  private Timers() {}

  /** Left to themselves, each of hundreds of SDK clients would start threads of its own. */
  static ScheduledExecutorService start() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("hammer-call-timer").factory());
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }
}
