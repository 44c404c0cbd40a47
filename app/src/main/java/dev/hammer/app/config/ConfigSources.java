package dev.hammer.app.config;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the configuration is taken from: nothing else is looked at.
 *
 * @param workingFolder where the program was started; names are shown relative to it
 * @param home the folder of the person
 * @param system where files for the whole machine lie, {@code /etc}
 * @param environment variables by name
 * @param named the file of {@code --config}
 * @param store the value of {@code --store}
 * @param clock tells which whitelist entries are over
 */
public record ConfigSources(
    Path workingFolder,
    Path home,
    Path system,
    Map<String, String> environment,
    Optional<Path> named,
    Optional<String> store,
    InstantSource clock) {

  public ConfigSources {
    environment = Map.copyOf(environment);
  }

  public static ConfigSources of(Path workingFolder, Path home, Map<String, String> environment) {
    return new ConfigSources(
        workingFolder,
        home,
        Path.of("/etc"),
        environment,
        Optional.empty(),
        Optional.empty(),
        InstantSource.system());
  }

  public ConfigSources withConfig(Path file) {
    return new ConfigSources(
        workingFolder, home, system, environment, Optional.of(file), store, clock);
  }

  public ConfigSources withStore(String uri) {
    return new ConfigSources(
        workingFolder, home, system, environment, named, Optional.of(uri), clock);
  }

  public ConfigSources withSystem(Path folder) {
    return new ConfigSources(workingFolder, home, folder, environment, named, store, clock);
  }

  public ConfigSources at(InstantSource time) {
    return new ConfigSources(workingFolder, home, system, environment, named, store, time);
  }

  /** A variable that is set and not empty. */
  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank());
  }

  /** A path as people are shown it. */
  public String shown(Path path) {
    Path folder = workingFolder.toAbsolutePath().normalize();
    Path whole = folder.resolve(path).normalize();
    return (whole.startsWith(folder) ? folder.relativize(whole) : whole).toString();
  }
}
