package dev.hammer.bench;

import dev.hammer.bench.estate.Estate;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * {@code LAUNCHER requests|latency|start|process|rates|companies|store [RUNS]}: prints figures, and
 * ends with 1 over a bar.
 */
public final class Main {
  private static final int RUNS = 5;
  private static final int MANY = 1_000;
  private static final int ISSUES = 1_000_000;

  private Main() {}

  public static void main(String[] arguments) throws IOException {
    Locale.setDefault(Locale.ROOT); // figures look the same everywhere
    Path work = Files.createTempDirectory("hammer-bench-");
    boolean held;
    try {
      held = measure(List.of(arguments), work);
    } finally {
      delete(work);
    }
    System.exit(held ? 0 : 1);
  }

  private static boolean measure(List<String> arguments, Path work) throws IOException {
    Path nowhere = Files.createFile(work.resolve("empty"));
    Hammer hammer = new Hammer(Path.of(arguments.getFirst()), work);
    Estate estate = Estate.reference();
    Bars bars = new Bars(System.out);
    Measurement measurement = measurement(arguments);
    bars.line(
        "%s; %s, %d processors"
            .formatted(
                measurement.subject(estate),
                System.getProperty("os.name"),
                Runtime.getRuntime().availableProcessors()));
    load("before", bars);
    measurement.measure(estate, hammer, nowhere, bars);
    load("after", bars);
    return bars.held();
  }

  /** What else the machine does belongs to every time that is measured on it. */
  private static void load(String when, Bars bars) {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    bars.line("load average %s: %.1f".formatted(when, load));
  }

  private static Measurement measurement(List<String> arguments) {
    int runs = arguments.size() > 2 ? Integer.parseInt(arguments.get(2)) : RUNS;
    return switch (arguments.get(1)) {
      case "requests" -> new Requests();
      case "latency" -> new Latency(runs);
      case "rates" -> new Rates();
      case "start" -> new FirstAnswer(runs);
      case "companies" -> new Companies(arguments.size() > 2 ? runs : MANY);
      case "process" -> new WholeProcess(runs);
      case "store" -> new ManyIssues(arguments.size() > 2 ? runs : ISSUES);
      default -> throw new IllegalArgumentException("No measurement: " + arguments.get(1));
    };
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
