package dev.hammer.bench;

import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The program as people start it, under a watch that sees what the whole process took. */
final class Hammer {
  private static final String WATCH = "watch.py";

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

  /** Scans into a new store. */
  Scan scan(Map<String, String> environment) {
    try {
      Path place = Files.createTempDirectory(work, "scan-");
      Path answer = place.resolve("answer.json");
      Path errors = place.resolve("errors.txt");
      Path usage = place.resolve("usage.json");
      ProcessBuilder command =
          new ProcessBuilder(
                  python(),
                  watch().toString(),
                  usage.toString(),
                  launcher.toString(),
                  "scan",
                  "--no-input",
                  "--store",
                  "sqlite:" + place.resolve("bench.db"),
                  "-o",
                  "json")
              .directory(place.toFile())
              .redirectOutput(answer.toFile())
              .redirectError(errors.toFile());
      command.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
      command.environment().putAll(environment);
      int exit = command.start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException(
            "The scan ended with " + exit + ":\n" + Files.readString(errors));
      }
      return new Scan(fields(answer), usage(fields(usage)));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while a scan ran", stopped);
    }
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
