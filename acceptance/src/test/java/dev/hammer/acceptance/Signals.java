package dev.hammer.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Sends signals. A process that a shell runs in the background ignores SIGINT, and so do its
 * children; a person at a terminal has one that does not.
 */
final class Signals {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String IGNORED = "SigIgn:";
  private static final long INT = 1L << 1;

  private Signals() {}

  /** What makes a child heed SIGINT again, if it would not. */
  static List<String> prefix() {
    return isInterruptIgnored() ? List.of("env", "--default-signal=INT") : List.of();
  }

  static void send(String signal, long pid) {
    try {
      int exit = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("cannot send SIG" + signal + " to " + pid);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static boolean isInterruptIgnored() {
    if (!Files.isReadable(STATUS)) {
      return false;
    }
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(IGNORED))
          .map(line -> line.substring(IGNORED.length()).strip())
          .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & INT) != 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
