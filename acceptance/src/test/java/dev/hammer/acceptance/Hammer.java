package dev.hammer.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The program as it was built, started by its launcher in a home that holds nothing else. */
final class Hammer {
  private static final Path LAUNCHER =
      Path.of(System.getProperty("hammer.launcher", "../hammer")).toAbsolutePath().normalize();

  /** Where the launcher keeps what makes starts quick, shared by all homes. */
  static final Path CACHE = Path.of("target/cache").toAbsolutePath();

  private final Path home;
  private final Map<String, String> environment;

  private Hammer(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  /**
   * A home whose AWS is given by these variables; nothing else of this process's environment is
   * seen.
   */
  static Hammer in(Path home, Map<String, String> aws) {
    var environment = new TreeMap<>(aws);
    environment.put("HOME", home.toString());
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("PATH", Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin:/bin"));
    environment.put("HAMMER_NO_BUILD", "1");
    environment.put("HAMMER_CACHE", CACHE.toString());
    return new Hammer(home, environment);
  }

  Hammer with(String variable, String value) {
    var changed = new TreeMap<>(environment);
    changed.put(variable, value);
    return new Hammer(home, changed);
  }

  Hammer without(String... variables) {
    var changed = new TreeMap<>(environment);
    List.of(variables).forEach(changed::remove);
    return new Hammer(home, changed);
  }

  /** The working folder, and the person's home. */
  Path home() {
    return home;
  }

  /** Writes a file into the working folder. */
  Hammer file(String name, String text) {
    try {
      Files.writeString(home.resolve(name), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What lies in the home, but for what was put there to record a run. */
  List<String> files() {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile)
          .map(file -> home.relativize(file).toString())
          .filter(name -> !name.startsWith(Running.FOLDER))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs to the end. */
  Outcome run(String... arguments) {
    return start(arguments).await();
  }

  /** Runs and reads the one document on stdout. */
  Json json(String... arguments) {
    return run(Stream.concat(Stream.of(arguments), Stream.of("-o", "json")).toArray(String[]::new))
        .json();
  }

  /** Starts and returns at once. */
  Running start(String... arguments) {
    List<String> command = new ArrayList<>(Signals.prefix());
    command.add(LAUNCHER.toString());
    command.addAll(List.of(arguments));
    try {
      Path recorded = Files.createDirectories(home.resolve(Running.FOLDER));
      Path out = Files.createTempFile(recorded, "run", ".out");
      Path err = Files.createTempFile(recorded, "run", ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(home.toFile())
              .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      return new Running(List.of(arguments), builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
