package dev.hammer.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("moto")
class EmulatorTest {
  private static final Path CACHE = CacheFolder.of(System.getenv());

  @TempDir Path state;

  @Test
  void childAnswersUntilItIsClosed() {
    var emulator = Emulator.start(CACHE, Progress.silent());
    try (emulator) {
      assertThat(emulator.endpoint().getHost()).isEqualTo("127.0.0.1");
      assertThat(emulator.isAlive()).isTrue();
      emulator.control().note("here");
      assertThat(emulator.control().note()).isEqualTo("here");
    }
    assertThat(emulator.isAlive()).isFalse();
    assertThat(emulator.log()).doesNotExist();
  }

  @Test
  void logIsKeptWhenItDies() throws Exception {
    var emulator = Emulator.start(CACHE, Progress.silent());
    try (emulator) {
      ProcessHandle.of(emulator.pid()).orElseThrow().destroyForcibly();
      while (emulator.isAlive()) {
        Thread.onSpinWait();
      }
    }
    assertThat(emulator.log()).exists();
    Files.delete(emulator.log());
  }

  @Test
  void haltedOwnerLeavesNothingBehind() throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var owner =
        new ProcessBuilder(
                java, "-cp", System.getProperty("java.class.path"), HaltedOwner.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var pid = Long.parseLong(new String(owner.getInputStream().readAllBytes(), UTF_8).strip());
    assertThat(owner.waitFor()).isEqualTo(1);
    var emulator = ProcessHandle.of(pid);
    if (emulator.isPresent()) {
      emulator.get().onExit().get(10, TimeUnit.SECONDS);
    }
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void detachedLivesOnIsFoundAgainAndIsStopped() {
    var started = Emulator.detached(CACHE, state, Progress.silent());
    started.close();
    try (var found = Emulator.running(state).orElseThrow()) {
      assertThat(found.pid()).isEqualTo(started.pid());
      assertThat(found.endpoint()).isEqualTo(started.endpoint());
      assertThat(found.isCurrent()).isTrue();
      assertThat(Emulator.detached(CACHE, state, Progress.silent()).pid()).isEqualTo(found.pid());
    } finally {
      started.stop();
    }
    assertThat(Emulator.running(state)).isEmpty();
  }

  @Test
  void twoAtOnceStartOne() throws Exception {
    var pids = new ArrayList<Long>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var both = List.of(threads.submit(this::detachedPid), threads.submit(this::detachedPid));
      for (var one : both) {
        pids.add(one.get());
      }
    } finally {
      Emulator.running(state).ifPresent(Emulator::stop);
    }
    assertThat(pids.getFirst()).isEqualTo(pids.getLast());
  }

  private long detachedPid() {
    return Emulator.detached(CACHE, state, Progress.silent()).pid();
  }

  @Test
  void foreignServerOnTheSamePortIsNotTakenForOurs() throws Exception {
    try (var emulator = Emulator.detached(CACHE, state, Progress.silent())) {
      var file = state.resolve("emulator.properties");
      var other = Files.readString(file).replaceAll("token=.*", "token=another");
      Files.writeString(file, other);
      assertThat(Emulator.running(state)).isEmpty();
      emulator.stop();
    }
  }

  @Test
  void damagedStateFileIsAsNone() throws Exception {
    Files.writeString(state.resolve("emulator.properties"), "pid=x");
    assertThat(Emulator.running(state)).isEmpty();
  }
}
