package dev.hammer.cli;

import dev.hammer.app.Ids;
import dev.hammer.app.config.ConfigSources;
import dev.hammer.cli.terminal.Terminal;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Everything a command takes from the process around it; handed in, so tests can say it.
 *
 * @param in what a person answers, or a pipe brings
 */
public record Surroundings(
    Terminal terminal,
    InputStream in,
    Map<String, String> environment,
    Path workingFolder,
    Path home,
    InstantSource clock,
    Supplier<String> ids) {

  /** Surroundings in which nothing is typed. */
  public Surroundings(
      Terminal terminal,
      Map<String, String> environment,
      Path workingFolder,
      Path home,
      InstantSource clock,
      Supplier<String> ids) {
    this(terminal, InputStream.nullInputStream(), environment, workingFolder, home, clock, ids);
  }

  static Surroundings ofProcess() {
    Map<String, String> environment = System.getenv();
    return new Surroundings(
        Terminal.ofProcess(environment),
        System.in,
        environment,
        Path.of("").toAbsolutePath(),
        Path.of(environment.getOrDefault("HOME", System.getProperty("user.home", "."))),
        InstantSource.system(),
        new Ids(new SecureRandom()));
  }

  /** Where the configuration is taken from. */
  public ConfigSources sources() {
    return ConfigSources.of(workingFolder, home, environment).at(clock);
  }

  Surroundings with(Terminal other) {
    return new Surroundings(other, in, environment, workingFolder, home, clock, ids);
  }
}
