package dev.hammer.stores.sqlite;

import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.Stored;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A second process on the same store, which a test starts, listens to and kills. */
final class OtherProcess implements AutoCloseable {
  static final int AT_ONCE = 20;

  private final Process process;
  private final BufferedReader words;

  private OtherProcess(Process process) {
    this.process = process;
    this.words =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static OtherProcess start(String task, Path file) throws IOException {
    return new OtherProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                task,
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** The next line it says; empty at its end. */
  Optional<String> next() throws IOException {
    return Optional.ofNullable(words.readLine());
  }

  /** Kills it at once; what it said before can still be heard. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[1]);
    switch (arguments[0]) {
      case "write" -> writeForEver(file);
      case "stop-inside" -> stopInside(file);
      default -> count(file, Integer.parseInt(arguments[0]));
    }
  }

  /** Stores batch after batch and says so after each. */
  private static void writeForEver(Path file) {
    try (Store store = SqliteStore.open(file, InstantSource.system())) {
      for (int batch = 0; ; batch++) {
        Stored stored =
            store.apply(Optional.of(SliceBuilder.look(began(batch)).build()), batch(batch));
        say(stored instanceof Stored.Applied ? Integer.toString(batch) : "not applied");
      }
    }
  }

  /** Stores one batch, then stops in the middle of the next. */
  private static void stopInside(Path file) throws IOException {
    SqliteStore.open(file, InstantSource.system()).close();
    try (Database database = new Database(new StoreFile(file), Duration.ofSeconds(10))) {
      database.write(
          connection -> IssueWrites.on(connection, w -> w.apply(Optional.empty(), batch(0))));
      database.change(
          connection -> {
            // With next to no cache, much of what is not committed is in the file already.
            Sql.of("PRAGMA cache_size = 2").update(connection);
            var _ =
                IssueWrites.on(
                    connection,
                    w -> w.apply(Optional.of(SliceBuilder.look(began(1)).build()), batch(1)));
            say("inside");
            waitForDeath();
          });
    }
  }

  /** Adds one to two issues, so many times. */
  private static void count(Path file, int rounds) {
    List<IssueKey> keys = counters().stream().map(Issue::key).toList();
    try (Store store = SqliteStore.open(file, InstantSource.system())) {
      say("ready");
      for (int round = 0; round < rounds; round++) {
        Stored stored = new Stored.Conflict(keys);
        while (!(stored instanceof Stored.Applied)) {
          List<Change> changes =
              store.issues(keys).stream()
                  .map(
                      before ->
                          Changes.change(
                              before, IssueBuilder.after(before).life(before.life() + 1).build()))
                  .toList();
          stored = store.apply(Optional.empty(), changes);
        }
      }
      say("done");
    }
  }

  static List<Issue> counters() {
    return List.of(
        IssueBuilder.issue("a").life(0).build(), IssueBuilder.issue("b").life(0).build());
  }

  static List<Change> batch(int number) {
    return IntStream.range(0, AT_ONCE)
        .mapToObj(i -> Changes.born(IssueBuilder.issue(number + "/" + i).build()))
        .toList();
  }

  static Instant began(int batch) {
    return IssueBuilder.FOUND.plusSeconds(batch);
  }

  private static void waitForDeath() {
    try {
      int end = System.in.read();
      throw new IllegalStateException("nobody killed this process: " + end);
    } catch (IOException closed) {
      throw new IllegalStateException(closed);
    }
  }

  private static void say(String word) {
    PrintStream out = System.out;
    out.println(word);
    out.flush();
  }
}
