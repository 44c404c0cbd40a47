package dev.hammer.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/** What a later process must know to find a detached emulator and to prove that it is ours. */
record Instance(long pid, int port, Instant started, String version, String token, Path log) {

  void write(Path file) {
    var properties = new Properties();
    properties.setProperty("pid", Long.toString(pid));
    properties.setProperty("port", Integer.toString(port));
    properties.setProperty("started", started.toString());
    properties.setProperty("version", version);
    properties.setProperty("token", token);
    properties.setProperty("log", log.toString());
    try {
      var draft = Files.createTempFile(file.getParent(), "emulator-", ".draft");
      try (var writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
        properties.store(writer, "The pretend AWS that hammer demo started");
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException problem) {
      throw EmulatorUnavailable.unwritable(file, problem);
    }
  }

  /** Empty also when the file is damaged: then there is nothing that could be proven ours. */
  static Optional<Instance> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
      return Optional.of(
          new Instance(
              Long.parseLong(properties.getProperty("pid", "")),
              Integer.parseInt(properties.getProperty("port", "")),
              Instant.parse(properties.getProperty("started", "")),
              properties.getProperty("version", ""),
              properties.getProperty("token", ""),
              Path.of(properties.getProperty("log", ""))));
    } catch (IOException | IllegalArgumentException | DateTimeException _) {
      return Optional.empty();
    }
  }
}
