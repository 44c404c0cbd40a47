package dev.hammer.app.scan;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** A scan in a thread of its own. */
record Running(Thread thread, FutureTask<ScanReport> task) {
  static Running of(Callable<ScanReport> scan) {
    FutureTask<ScanReport> task = new FutureTask<>(scan);
    return new Running(Thread.ofPlatform().start(task), task);
  }

  void interrupt() {
    thread.interrupt();
  }

  /** Waits for its end. */
  ScanReport report() throws Exception {
    return task.get();
  }
}
