package dev.hammer.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading the configuration. While there is an error nothing may start.
 *
 * @param problems errors first
 * @param file the configuration file that was read; empty when the defaults are all there is
 */
public record LoadedConfig(
    Configuration configuration, List<Problem> problems, Optional<Path> file) {
  public LoadedConfig {
    problems = problems.stream().sorted().toList();
  }

  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }

  public List<Problem> errors() {
    return problems.stream().filter(Problem::isError).toList();
  }

  public List<Problem> warnings() {
    return problems.stream().filter(p -> !p.isError()).toList();
  }
}
