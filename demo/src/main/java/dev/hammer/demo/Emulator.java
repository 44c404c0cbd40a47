package dev.hammer.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * A running pretend AWS on the loopback interface.
 *
 * <p>Started as a child it ends with us, even if we are killed. Started detached it lives on until
 * {@link #stop}, and any later process finds it again by the state file in its folder.
 */
public final class Emulator implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration END_LIMIT = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final String LAUNCHER = Resources.text("launcher.py");
  private static final String VERSION =
      Resources.hash(LAUNCHER + Resources.text("requirements.txt"));

  private final Instance instance;
  private final ProcessHandle process;
  private final boolean isChild;
  private final Control control;

  private Emulator(Instance instance, ProcessHandle process, boolean isChild) {
    this.instance = instance;
    this.process = process;
    this.isChild = isChild;
    this.control = new Control(endpoint());
  }

  /** Starts one that ends when it is closed or this process ends. */
  public static Emulator start(Path cacheFolder, Progress progress) {
    var started = launch(cacheFolder, progress, List.of());
    return new Emulator(started.instance, started.process.toHandle(), true);
  }

  /** As {@link #start}, but plain moto: to see what it gets wrong without our additions. */
  static Emulator withoutGaps(Path cacheFolder, Progress progress) {
    var started = launch(cacheFolder, progress, List.of("--without-gaps"));
    return new Emulator(started.instance, started.process.toHandle(), true);
  }

  /** The one that lives on by itself: the running one of this folder, else a new one. */
  public static Emulator detached(Path cacheFolder, Path stateFolder, Progress progress) {
    var waiting = "Waiting for another process that starts the pretend AWS";
    try (var _ = FolderLock.take(stateFolder.resolve("emulator.lock"), waiting, progress)) {
      var running = running(stateFolder);
      if (running.isPresent() && running.get().isCurrent()) {
        return running.get();
      }
      if (running.isPresent()) {
        progress.line("Replacing a pretend AWS of another release");
        running.get().stop();
      }
      var started = launch(cacheFolder, progress, List.of("--detach"));
      started.instance.write(stateFile(stateFolder));
      return new Emulator(started.instance, started.process.toHandle(), false);
    }
  }

  /** The one that an earlier call started detached, if it lives and is proven to be that one. */
  public static Optional<Emulator> running(Path stateFolder) {
    return Instance.read(stateFile(stateFolder))
        .flatMap(
            instance ->
                ProcessHandle.of(instance.pid)
                    .map(process -> new Emulator(instance, process, false)))
        .filter(Emulator::isAlive);
  }

  /** Where it answers, by address: with a host name the SDK would put buckets before it. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + instance.port);
  }

  /** The calls that steer it. */
  public Control control() {
    return control;
  }

  /** What it wrote; kept when it ended by itself. */
  public Path log() {
    return instance.log;
  }

  /** Its process id. */
  public long pid() {
    return instance.pid;
  }

  /** When it was started. */
  public Instant started() {
    return instance.started;
  }

  /** True while the process we started answers; another one on its port is not it. */
  public boolean isAlive() {
    return process.isAlive() && control.answersFor(instance.token);
  }

  /** True if this release would start just the same one. */
  public boolean isCurrent() {
    return instance.version.equals(VERSION);
  }

  /** Ends it, whoever started it. */
  public void stop() {
    boolean endedByItself = !process.isAlive();
    process.destroy();
    if (!endsWithin(END_LIMIT)) {
      process.destroyForcibly();
      endsWithin(END_LIMIT);
    }
    if (!endedByItself) {
      forget(instance.log);
    }
    forget(recording(instance.log));
  }

  /** Ends a child; lets go of a detached one, which lives on. */
  @Override
  public void close() {
    if (isChild) {
      stop();
    }
  }

  private boolean endsWithin(Duration limit) {
    var deadline = System.nanoTime() + limit.toNanos();
    // A dead process that nobody waits for still counts as alive, so the answers decide.
    while (isAlive()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      pause();
    }
    return true;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the emulator ends", interruption);
    }
  }

  private record Started(Instance instance, Process process) {}

  private static Started launch(Path cacheFolder, Progress progress, List<String> options) {
    var python = PythonEnvironment.prepare(cacheFolder, progress).python();
    var home = cacheFolder.resolve("moto");
    var token = UUID.randomUUID().toString();
    var log = home.resolve("logs").resolve("emulator-" + token.substring(0, 8) + ".log");
    try {
      Files.createDirectories(log.getParent());
      var command = new ArrayList<>(List.of(python.toString(), launcher(home).toString()));
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

  private static Path recording(Path log) {
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

  private static void forget(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static Path stateFile(Path stateFolder) {
    return stateFolder.resolve("emulator.properties");
  }

  /** What a later process must know to find a detached emulator and to prove that it is ours. */
  private record Instance(
      long pid, int port, Instant started, String version, String token, Path log) {

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
}
