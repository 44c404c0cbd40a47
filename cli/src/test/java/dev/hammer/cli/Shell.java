package dev.hammer.cli;

import dev.hammer.cli.terminal.ColorMode;
import dev.hammer.cli.terminal.Terminal;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Store;
import dev.hammer.stores.sqlite.SqliteStore;
import dev.hammer.testing.TestClock;
import dev.hammer.testing.store.Changes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Where commands are typed: a folder, a clock that stands still, ids in order, and streams. */
public final class Shell {
  private final Path folder;
  private final TestClock clock = TestClock.at("2026-11-24T08:20:00Z");
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<String, String> environment = new HashMap<>();
  private boolean isTerminal = true;
  private int columns = 100;
  private byte[] typed = {};

  /** A shell on a terminal of 100 columns, in an empty folder that is also the home. */
  public Shell(Path folder) {
    this.folder = folder;
    environment.put("LANG", "C.UTF-8");
    environment.put("USER", "lea");
    environment.put("NO_COLOR", "1");
  }

  /** From now on a terminal of that width. */
  public Shell wide(int width) {
    isTerminal = true;
    columns = width;
    return this;
  }

  /** From now on nothing is a terminal. */
  public Shell piped() {
    isTerminal = false;
    return this;
  }

  /** What stands on the standard input. */
  public Shell typing(String text) {
    return typing(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same, byte by byte. */
  public Shell typing(byte[] bytes) {
    typed = bytes.clone();
    return this;
  }

  public Shell with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public Shell write(String name, String text) {
    return write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public Shell write(String name, byte[] bytes) {
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.write(folder.resolve(name), bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path folder() {
    return folder;
  }

  public TestClock clock() {
    return clock;
  }

  /** Where commands keep issues unless they are told otherwise. */
  public Path storeFile() {
    return folder.resolve(".local/share/hammer/hammer.db");
  }

  /** Stores issues as a scan would have. */
  public Shell seed(Issue... issues) {
    try (Store store = SqliteStore.open(storeFile(), clock)) {
      Arrays.stream(issues)
          .map(Changes::born)
          .forEach(change -> store.apply(Optional.empty(), List.of(change)));
    }
    return this;
  }

  /** Runs one command. */
  public Ended run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            stream(out),
            stream(err),
            isTerminal,
            isTerminal,
            isTerminal,
            columns,
            true,
            ColorMode.AUTO,
            environment);
    InputStream in = new ByteArrayInputStream(typed);
    Surroundings surroundings =
        new Surroundings(
            terminal,
            in,
            environment,
            folder,
            folder,
            clock,
            () -> "%08d".formatted(lastId.incrementAndGet()));
    int code = new HammerCli(surroundings).run(List.of(arguments));
    return new Ended(List.of(arguments), shown(out), shown(err), code);
  }

  private String shown(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(folder.toString(), "/home/lea");
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  /** How a command ended; the folder is shown as {@code /home/lea}. */
  public record Ended(List<String> arguments, String out, String err, int code) {
    /** All of it as one text, as a golden file keeps it. */
    public String screen() {
      return "$ hammer "
          + String.join(" ", arguments)
          + "\n"
          + out
          + (err.isEmpty() ? "" : "--- stderr\n" + err)
          + "--- exit "
          + code
          + "\n";
    }
  }
}
