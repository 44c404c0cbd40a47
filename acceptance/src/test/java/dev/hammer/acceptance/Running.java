package dev.hammer.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command that has been started. */
record Running(List<String> arguments, Process process, Path out, Path err) {
  /** Where the streams of runs are recorded, within the home. */
  static final String FOLDER = ".recorded";

  private static final int PATIENCE_SECONDS = 90;

  /** Waits for its end. */
  Outcome await() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        kill();
        throw new AssertionError("hammer " + arguments + " does not end:\n" + read(err));
      }
      return new Outcome(arguments, process.exitValue(), read(out), read(err));
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends it as {@code kill -9} does: it is told nothing and cleans up nothing. */
  void kill() {
    process.destroyForcibly();
  }

  /** What Ctrl-C sends. */
  void interrupt() {
    Signals.send("INT", process.pid());
  }

  /** Lets it do nothing until {@link #goOn}, as a laptop that sleeps does. */
  void freeze() {
    Signals.send("STOP", process.pid());
  }

  void goOn() {
    Signals.send("CONT", process.pid());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
