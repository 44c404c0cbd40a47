package dev.hammer.demo.estate;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Runs errands side by side and waits for all; the first failure is thrown. */
final class Together {

  private Together() {}

  static void run(List<Runnable> errands) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = errands.stream().map(threads::submit).toList();
      for (var errand : running) {
        errand.get();
      }
    } catch (ExecutionException failure) {
      throw new IllegalStateException("Cannot seed the estate: " + failure.getCause(), failure);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while seeding the estate", interruption);
    }
  }
}
