package dev.hammer.bench;

import dev.hammer.app.Workspace;
import dev.hammer.app.issues.Filters;
import dev.hammer.app.issues.IssueDesk;
import dev.hammer.app.issues.IssueListing;
import dev.hammer.core.filter.Filter;
import dev.hammer.core.issue.Chronicle;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Store;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a file with many issues costs, beside one with a tenth of them. */
final class SqliteFigures {
  private static final int RUNS = 20;
  private static final int PAGE = 50;
  private static final int AT_ONCE = 5_000;
  private static final int TAIL = 4_096;
  private static final double PAGE_MILLIS = 100;
  private static final double MEMORY = 1.2;
  private static final String FILTER = "severity:>=high account:" + IssueSeeds.ACCOUNT;
  private static final Comparator<Issue> WORST_THEN_OLDEST =
      Comparator.comparing((Issue issue) -> issue.finding().severity())
          .reversed()
          .thenComparing(issue -> issue.timestamps().identified())
          .thenComparing(Issue::key);

  private final Hammer hammer;
  private final Path nowhere;
  private final Bars bars;

  SqliteFigures(Hammer hammer, Path nowhere, Bars bars) {
    this.hammer = hammer;
    this.nowhere = nowhere;
    this.bars = bars;
  }

  void measure(int issues) {
    Path few = seed(issues / 10);
    Path many = seed(issues);
    page(many);
    process("issues, a filtered page", many, "issues", FILTER, "--limit", "" + PAGE);
    process("issues, a page of all", many, "issues", "--limit", "" + PAGE);
    process("issues --count", many, "issues", "--count");
    export("issues -o jsonl", few, many, "issues", "is:open,resolved", "-o", "jsonl");
    export("store export", few, many, "store", "export");
  }

  private Path seed(int issues) {
    Path file = nowhere.resolveSibling("issues-" + issues + ".db");
    long began = System.nanoTime();
    try (Workspace workspace = workspace(file)) {
      Store store = workspace.store();
      store.begin(IssueSeeds.scan(), IssueSeeds.slices());
      List<Chronicle> batch = new ArrayList<>();
      for (int number = 0; number < issues; number++) {
        batch.add(IssueSeeds.chronicle(number));
        if (batch.size() == AT_ONCE || number == issues - 1) {
          store.restore(batch);
          batch.clear();
        }
      }
    }
    bars.line(
        "%,d issues stored in %.0f s, %,d MiB".formatted(issues, since(began), size(file) >> 20));
    return file;
  }

  private void page(Path file) {
    try (Workspace workspace = workspace(file)) {
      IssueDesk desk = workspace.issues();
      Filter filter = Filters.parse(List.of(FILTER));
      List<Double> millis = new ArrayList<>();
      List<IssueListing> pages = new ArrayList<>();
      for (int run = 0; run < RUNS; run++) {
        long began = System.nanoTime();
        pages.add(desk.page(filter, WORST_THEN_OLDEST, PAGE, _ -> {}));
        millis.add(since(began) * 1_000);
      }
      bars.line(
          "%s: %d of %,d issues; first run %.0f ms, slowest of the others %.0f ms"
              .formatted(
                  FILTER,
                  pages.getLast().issues().size(),
                  pages.getLast().totals().selected(),
                  millis.getFirst(),
                  millis.subList(1, RUNS).stream().max(Double::compare).orElseThrow()));
      bars.atMost("a filtered page, median", PAGE_MILLIS, Median.of(millis), "ms");
    }
  }

  private Usage process(String what, Path file, String... command) {
    Path out = nowhere.resolveSibling("out");
    Usage usage = hammer.command(out, on(file, command));
    bars.line(
        "%-34s %8.1f s, %,d MiB written, peak %.0f MiB"
            .formatted(what, usage.wall().toMillis() / 1e3, size(out) >> 20, mebibytes(usage)));
    return usage;
  }

  private void export(String what, Path few, Path many, String... command) {
    Usage small = process(what + ", a tenth", few, command);
    Usage large = process(what, many, command);
    bars.demand(tail().contains("\"summary\""), what + " ends with its summary");
    bars.atMost(
        what + ", peak over a tenth's", MEMORY, mebibytes(large) / mebibytes(small), "times");
  }

  private String tail() {
    try (RandomAccessFile file =
        new RandomAccessFile(nowhere.resolveSibling("out").toFile(), "r")) {
      file.seek(Math.max(0, file.length() - TAIL));
      byte[] last = new byte[(int) Math.min(TAIL, file.length())];
      file.readFully(last);
      return new String(last, StandardCharsets.UTF_8).lines().toList().getLast();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String[] on(Path file, String... command) {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(List.of("--store", "sqlite:" + file));
    return words.toArray(String[]::new);
  }

  private Workspace workspace(Path file) {
    return IssueSeeds.workspace(nowhere, "sqlite:" + file, usual -> usual);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static double mebibytes(Usage usage) {
    return usage.peakBytes() / (1024.0 * 1024.0);
  }

  private static double since(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }
}
