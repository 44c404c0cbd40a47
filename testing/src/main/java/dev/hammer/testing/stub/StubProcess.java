package dev.hammer.testing.stub;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The stub as a process of its own, for benches: {@code --upstream URI --port N --latency-ms N
 * --page-size N --answers FOLDER --remember yes --rates FILE}. It prints its address, and its call
 * log when it is told to end; {@code GET /__stub/calls} returns the log earlier and {@code POST
 * /__stub/reset} empties it.
 */
public final class StubProcess {
  private static final List<String> NAMES =
      List.of(
          "--upstream",
          "--port",
          "--latency-ms",
          "--page-size",
          "--answers",
          "--remember",
          "--rates");

  private StubProcess() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Map<String, String> options = options(arguments);
    WireStub stub =
        WireStub.start(
            option(options, "--upstream").map(URI::create),
            option(options, "--port").map(Integer::valueOf).orElse(0));
    option(options, "--latency-ms")
        .map(Long::valueOf)
        .map(Duration::ofMillis)
        .ifPresent(stub::delay);
    option(options, "--page-size").map(Integer::valueOf).map(Paging::of).ifPresent(stub::page);
    if (options.containsKey("--answers")) {
      TextAnswer.folder(Path.of(options.getOrDefault("--answers", ".")))
          .forEach(stub.scripts()::answer);
    }
    if (options.containsKey("--rates")) {
      Files.readAllLines(Path.of(options.getOrDefault("--rates", ""))).stream()
          .map(Rate::parse)
          .forEach(stub.rates()::enforce);
    }
    if (options.containsKey("--remember")) {
      stub.scripts().answer(CallPattern.any(), new Memory());
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.print(stub.calls().json())));
    System.out.println(stub.endpoint());
    Thread.currentThread().join();
  }

  private static Optional<String> option(Map<String, String> options, String name) {
    return Optional.ofNullable(options.get(name));
  }

  private static Map<String, String> options(String[] arguments) {
    var options = new TreeMap<String, String>();
    for (int i = 0; i < arguments.length; i += 2) {
      if (!NAMES.contains(arguments[i]) || i + 1 == arguments.length) {
        throw new IllegalArgumentException(
            "Not an option with its value: " + arguments[i] + "; there are " + NAMES);
      }
      options.put(arguments[i], arguments[i + 1]);
    }
    return options;
  }
}
