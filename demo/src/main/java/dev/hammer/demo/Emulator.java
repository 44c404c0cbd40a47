package dev.hammer.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A running pretend AWS on the loopback interface.
 *
 * <p>Started as a child it ends with us, even if we are killed. Started detached it lives on until
 * {@link #stop}, and any later process finds it again by the state file in its folder.
 */
public final class Emulator implements AutoCloseable {
  private static final Duration END_LIMIT = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(20);

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
    var started = Launcher.launch(cacheFolder, progress, List.of());
    return new Emulator(started.instance(), started.process().toHandle(), true);
  }

  /** As {@link #start}, but plain moto: to see what it gets wrong without our additions. */
  static Emulator withoutGaps(Path cacheFolder, Progress progress) {
    var started = Launcher.launch(cacheFolder, progress, List.of("--without-gaps"));
    return new Emulator(started.instance(), started.process().toHandle(), true);
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
      var started = Launcher.launch(cacheFolder, progress, List.of("--detach"));
      started.instance().write(stateFile(stateFolder));
      return new Emulator(started.instance(), started.process().toHandle(), false);
    }
  }

  /** The one that an earlier call started detached, if it lives and is proven to be that one. */
  public static Optional<Emulator> running(Path stateFolder) {
    return Instance.read(stateFile(stateFolder))
        .flatMap(
            instance ->
                ProcessHandle.of(instance.pid())
                    .map(process -> new Emulator(instance, process, false)))
        .filter(Emulator::isAlive);
  }

  /** Where it answers, by address: with a host name the SDK would put buckets before it. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + instance.port());
  }

  /** The calls that steer it. */
  public Control control() {
    return control;
  }

  /** What it wrote; kept when it ended by itself. */
  public Path log() {
    return instance.log();
  }

  /** Its process id. */
  public long pid() {
    return instance.pid();
  }

  /** When it was started. */
  public Instant started() {
    return instance.started();
  }

  /** True while the process we started answers; another one on its port is not it. */
  public boolean isAlive() {
    return process.isAlive() && control.answersFor(instance.token());
  }

  /** True if this release would start just the same one. */
  public boolean isCurrent() {
    return instance.version().equals(Launcher.VERSION);
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
      forget(instance.log());
    }
    forget(Launcher.recording(instance.log()));
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
}
