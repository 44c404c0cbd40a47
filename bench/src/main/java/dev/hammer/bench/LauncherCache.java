package dev.hammer.bench;

import dev.hammer.demo.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** The folder where the launcher keeps its caches, each made once in the background. */
final class LauncherCache {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Path folder = CacheFolder.of(System.getenv()).resolve("aot");

  /** Waits until none is being made any more. */
  void awaitEndOfMaking() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (isBeingMade()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("The launcher's cache is still not made: " + folder);
      }
      Thread.sleep(PAUSE);
    }
  }

  private boolean isBeingMade() throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.getFileName().toString().endsWith(".making"));
    }
  }
}
