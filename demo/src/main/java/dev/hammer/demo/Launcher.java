package dev.hammer.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Starts the emulator's process and waits for the line that says it is ready. */
final class Launcher {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration LOGS_KEPT = Duration.ofDays(7);
  private static final String LAUNCHER = Resources.text("launcher.py");

  /** Changes with the launcher and with the pinned packages. */
  static final String VERSION = Resources.hash(LAUNCHER + Resources.text("requirements.txt"));

  private Launcher() {}

  /** What was started, and its process. */
  record Started(Instance instance, Process process) {}

  static Started launch(Path cacheFolder, Progress progress, List<String> options) {
    var python = PythonEnvironment.prepare(cacheFolder, progress).python();
    var home = cacheFolder.resolve("moto");
    var token = UUID.randomUUID().toString();
    var log = home.resolve("logs").resolve("emulator-" + token.substring(0, 8) + ".log");
    try {
      Files.createDirectories(log.getParent());
      forgetOld(log.resolveSibling("."));
      // -I: no PYTHONPATH of the user may put other packages before the pinned ones
      var command = new ArrayList<>(List.of(python.toString(), "-I", launcher(home).toString()));
      command.addAll(options);
      var builder = new ProcessBuilder(command).redirectError(log.toFile());
      builder.environment().put("HAMMER_EMULATOR_TOKEN", token);
      builder.environment().put("MOTO_RECORDER_FILEPATH", recording(log).toString());
      var process = builder.start();
      var instance =
          new Instance(process.pid(), port(process, log), Instant.now(), VERSION, token, log);
      return new Started(instance, process);
    } catch (IOException problem) {
      throw EmulatorUnavailable.unwritable(home, problem);
    }
  }

  /** What emulators wrote that ended by themselves, or whose owner did. */
  private static void forgetOld(Path logs) throws IOException {
    var limit = Instant.now().minus(LOGS_KEPT);
    try (var files = Files.newDirectoryStream(logs, "emulator-*")) {
      for (var file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** The launcher as a file, under a name of its own for each content. */
  private static Path launcher(Path home) throws IOException {
    var file = home.resolve("launcher-" + Resources.hash(LAUNCHER) + ".py");
    if (!Files.exists(file)) {
      var draft = Files.createTempFile(home, "launcher-", ".draft");
      Files.writeString(draft, LAUNCHER, StandardCharsets.UTF_8);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  static Path recording(Path log) {
    return log.resolveSibling(log.getFileName() + ".requests");
  }

  private static int port(Process process, Path log) throws IOException {
    var watchdog = Thread.ofVirtual().start(() -> endIfLate(process));
    try {
      var reader =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      var line = reader.readLine();
      if (line == null || !line.startsWith("ready ")) {
        process.destroyForcibly();
        throw new EmulatorUnavailable(
            "The pretend AWS did not start: " + lastLines(log), "All it said is in " + log + ".");
      }
      return Integer.parseInt(line.substring("ready ".length()).strip());
    } finally {
      watchdog.interrupt();
    }
  }

  private static void endIfLate(Process process) {
    try {
      Thread.sleep(START_LIMIT);
      process.destroyForcibly();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // it was ready in time
    }
  }

  private static String lastLines(Path log) throws IOException {
    return new Subprocess(0, Files.readString(log)).lastLines();
  }
}
