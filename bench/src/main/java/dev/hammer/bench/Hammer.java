package dev.hammer.bench;

import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The program as people start it, under a watch that sees what the whole process took. */
final class Hammer {
  private static final String WATCH = "watch.py";
  private static final String ANSWER = "answer.json";
  private static final String ERRORS = "errors.txt";

  private final Path launcher;
  private final Path work;

  /**
   * Knows where to start it.
   *
   * @param launcher the script that people start
   * @param work a folder of our own for stores and answers
   */
  Hammer(Path launcher, Path work) {
    this.launcher = launcher;
    this.work = work;
  }

  /** Has the launcher make its cache, if it has none for this build, and waits for it. */
  void rehearse() {
    try {
      run(Start.FROM_CACHE, Map.of(), place(), "--version");
      new LauncherCache().awaitEndOfMaking();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      throw stopped(stopped);
    }
  }

  /** Scans into a new store, with nothing configured. */
  Scan scan(Start start, Map<String, String> environment) {
    return scan(start, environment, "");
  }

  /** Scans into a new store, with what a file configures. */
  Scan scan(Start start, Map<String, String> environment, String configuration) {
    try {
      Path place = place();
      if (!configuration.isEmpty()) {
        Files.writeString(place.resolve("hammer.yaml"), configuration);
      }
      String store = "sqlite:" + place.resolve("bench.db");
      Usage usage =
          run(start, environment, place, "scan", "--no-input", "--store", store, "-o", "json");
      return new Scan(fields(place.resolve(ANSWER)), usage);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      throw stopped(stopped);
    }
  }

  /**
   * Scans without the watch, whose own start would count.
   *
   * @return when the launcher was started, by {@link System#nanoTime}
   */
  long scanUnwatched(Start start, Map<String, String> environment) {
    try {
      Path place = place();
      String store = "sqlite:" + place.resolve("bench.db");
      ProcessBuilder process =
          process(start, environment, place, launcher.toString(), "scan", "-q", "--store", store);
      long began = System.nanoTime();
      demandSuccess(process.start().waitFor(), place);
      return began;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      throw stopped(stopped);
    }
  }

  /**
   * Runs any command.
   *
   * @param out where its results go
   */
  Usage command(Path out, String... arguments) {
    try {
      Path place = place();
      Usage usage = run(Start.WITHOUT_CACHE, Map.of(), place, arguments);
      Files.move(place.resolve(ANSWER), out, StandardCopyOption.REPLACE_EXISTING);
      return usage;
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      throw stopped(stopped);
    }
  }

  private Path place() throws IOException {
    return Files.createTempDirectory(work, "run-");
  }

  private Usage run(Start start, Map<String, String> environment, Path place, String... arguments)
      throws IOException, InterruptedException {
    Path usage = place.resolve("usage.json");
    List<String> command = new ArrayList<>();
    command.addAll(List.of(python(), watch().toString(), usage.toString(), launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = process(start, environment, place, command.toArray(String[]::new));
    demandSuccess(process.start().waitFor(), place);
    return usage(fields(usage));
  }

  private static ProcessBuilder process(
      Start start, Map<String, String> environment, Path place, String... command) {
    ProcessBuilder process =
        new ProcessBuilder(command)
            .directory(place.toFile())
            .redirectOutput(place.resolve(ANSWER).toFile())
            .redirectError(place.resolve(ERRORS).toFile());
    process.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    process.environment().putAll(environment);
    start.tell(process.environment());
    return process;
  }

  private static void demandSuccess(int exit, Path place) throws IOException {
    if (exit != 0) {
      throw new IllegalStateException(
          "Hammer ended with " + exit + ":\n" + Files.readString(place.resolve(ERRORS)));
    }
  }

  private static IllegalStateException stopped(InterruptedException stopped) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("Stopped while Hammer ran", stopped);
  }

  private static String python() {
    return Optional.ofNullable(System.getenv("HAMMER_PYTHON"))
        .filter(name -> !name.isBlank())
        .orElse("python3");
  }

  private Path watch() throws IOException {
    Path file = work.resolve(WATCH);
    if (!Files.exists(file)) {
      try (InputStream source = Hammer.class.getResourceAsStream(WATCH)) {
        Files.copy(Objects.requireNonNull(source, WATCH), file);
      }
    }
    return file;
  }

  private static Value.Fields fields(Path file) throws IOException {
    return JsonText.parse(Files.readString(file)) instanceof Value.Fields fields
        ? fields
        : Value.Fields.NONE;
  }

  private static Usage usage(Value.Fields seen) {
    return new Usage(
        seconds(number(seen, "wall_seconds")),
        seconds(number(seen, "cpu_seconds")),
        number(seen, "peak_bytes").longValueExact());
  }

  private static BigDecimal number(Value.Fields fields, String name) {
    return fields.get(name).orElseThrow() instanceof Value.Num(BigDecimal number)
        ? number
        : BigDecimal.ZERO;
  }

  private static Duration seconds(BigDecimal seconds) {
    return Duration.ofNanos(seconds.movePointRight(9).longValue());
  }
}
