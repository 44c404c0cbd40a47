package dev.hammer.app.config;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which file the configuration is in. The first that exists wins; a file that somebody named must
 * exist.
 *
 * @param shown its name as people are told it
 * @param namedBy the option or variable that names it; empty for one of the usual places
 */
record ConfigLocation(Path path, String shown, String namedBy) {
  /** The predecessor's file, in which an absent section means that a check is off. */
  private static final String PREDECESSOR = "config.json";

  static Optional<ConfigLocation> of(ConfigSources sources) {
    return sources
        .named()
        .map(file -> at(file, "--config", sources))
        .or(
            () ->
                sources
                    .variable("HAMMER_CONFIG")
                    .map(file -> at(Path.of(file), "HAMMER_CONFIG", sources)))
        .or(() -> usual(sources));
  }

  boolean isPredecessor() {
    return path.endsWith(PREDECESSOR);
  }

  /** Whether somebody named a file that is not there. */
  boolean isMissing() {
    return !namedBy.isEmpty() && !exists();
  }

  /** A file beside this one, if it is there. */
  Optional<ConfigLocation> beside(String name, ConfigSources sources) {
    return Optional.of(at(path.resolveSibling(name), "", sources)).filter(ConfigLocation::exists);
  }

  private boolean exists() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static Optional<ConfigLocation> usual(ConfigSources sources) {
    Path folder = sources.workingFolder();
    return Stream.of(
            folder.resolve("hammer.yaml"),
            folder.resolve("hammer.yml"),
            folder.resolve("hammer.json"),
            settings(sources).resolve("hammer/hammer.yaml"),
            sources.system().resolve("hammer/hammer.yaml"))
        .map(file -> at(file, "", sources))
        .filter(ConfigLocation::exists)
        .findFirst();
  }

  /** The folder of a person's settings; a relative one does not count, by the XDG rules. */
  private static Path settings(ConfigSources sources) {
    return sources
        .variable("XDG_CONFIG_HOME")
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElse(sources.home().resolve(".config"));
  }

  private static ConfigLocation at(Path file, String namedBy, ConfigSources sources) {
    Path whole = sources.workingFolder().resolve(file).normalize();
    return new ConfigLocation(whole, sources.shown(file), namedBy);
  }
}
