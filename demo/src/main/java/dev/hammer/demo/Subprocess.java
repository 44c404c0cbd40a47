package dev.hammer.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** How a short-lived command ended, and what it said on both of its streams. */
record Subprocess(int exitCode, String output) {

  private static final int NOT_STARTED = -1;

  boolean succeeded() {
    return exitCode == 0;
  }

  /** The end of the output: where commands say what went wrong. */
  String lastLines() {
    List<String> lines = output.strip().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 6), lines.size()));
  }

  static Subprocess run(Duration limit, Path executable, String... arguments) {
    try {
      var builder = new ProcessBuilder(executable.toString()).redirectErrorStream(true);
      builder.command().addAll(List.of(arguments));
      builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      return ended(builder.start(), limit);
    } catch (IOException problem) {
      return new Subprocess(NOT_STARTED, String.valueOf(problem.getMessage()));
    }
  }

  private static Subprocess ended(Process process, Duration limit) throws IOException {
    // Ends a command that hangs, and with it the reading below.
    var watchdog =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                      process.destroyForcibly();
                    }
                  } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                  }
                });
    try (var output = process.getInputStream()) {
      var said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      return new Subprocess(process.waitFor(), said);
    } catch (InterruptedException interruption) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("Interrupted", interruption));
    } finally {
      watchdog.interrupt();
    }
  }
}
