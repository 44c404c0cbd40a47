package dev.hammer.app.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A folder with files to read, and nothing else that could be read by accident. */
final class Desk {
  static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private final Path folder;

  Desk(Path folder) {
    this.folder = folder;
  }

  Desk with(String file, String text) {
    return with(file, text.getBytes(StandardCharsets.UTF_8));
  }

  Desk with(String file, byte[] bytes) {
    try {
      Path path = path(file);
      Files.createDirectories(folder.resolve("work"));
      Files.createDirectories(path.resolveSibling("."));
      Files.write(path, bytes);
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Path path(String file) {
    return folder.resolve("work").resolve(file).normalize();
  }

  ConfigSources sources() {
    return sources(Map.of());
  }

  ConfigSources sources(Map<String, String> environment) {
    return ConfigSources.of(folder.resolve("work"), folder.resolve("home"), environment)
        .withSystem(folder.resolve("etc"))
        .at(InstantSource.fixed(NOW));
  }

  LoadedConfig load() {
    return load(sources());
  }

  LoadedConfig load(ConfigSources sources) {
    return ConfigLoader.load(sources, SampleChecks.ALL);
  }

  /** The predecessor's file, which is read only when it is named. */
  LoadedConfig loadPredecessor() {
    return load(sources().withConfig(Path.of("config.json")));
  }

  static List<String> lines(LoadedConfig loaded) {
    return loaded.problems().stream().map(Problem::text).toList();
  }
}
