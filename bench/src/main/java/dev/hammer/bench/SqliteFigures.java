package dev.hammer.bench;

import dev.hammer.app.Workspace;
import dev.hammer.app.issues.Filters;
import dev.hammer.app.issues.IssueDesk;
import dev.hammer.app.issues.IssueListing;
import dev.hammer.core.filter.Filter;
import dev.hammer.core.issue.Chronicle;
import dev.hammer.core.issue.IssueOrder;
import dev.hammer.core.issue.Store;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a file with many issues costs, beside one with a tenth of them. */
final class SqliteFigures {
  private static final int RUNS = 20;
  private static final int PAGE = 50;
  private static final int AT_ONCE = 5_000;
  private static final int TAIL = 4_096;
  private static final double PAGE_MILLIS = 100;
  private static final double MEMORY = 1.2;

  /** Filter and order; the first is that of a list nobody asks anything of. */
  private static final List<Asked> PAGES =
      List.of(
          new Asked("", ""),
          new Asked("severity:>=high", ""),
          new Asked("severity:critical", ""),
          new Asked("check:s3_bucket_acl", ""),
          new Asked("service:ec2", ""),
          new Asked("account:" + IssueSeeds.ACCOUNT, ""),
          new Asked("region:eu-bench-3", ""),
          new Asked("-region:eu-bench-3", ""),
          new Asked("is:resolved", ""),
          new Asked("is:open,resolved", ""),
          new Asked("resource:" + IssueSeeds.resource(777), ""),
          new Asked("severity:>=high account:" + IssueSeeds.ACCOUNT, ""),
          new Asked("check:s3_* severity:critical account:1000000000*", ""),
          new Asked("region:eu-bench-3 service:ec2 severity:low", ""),
          new Asked("", "age"),
          new Asked("", "changed"),
          new Asked("", "check"),
          new Asked("", "account"),
          new Asked("", "region"),
          new Asked("", "resource"),
          new Asked("", "ref"),
          new Asked("severity:low", "-age"));

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
    PAGES.forEach(asked -> page(many, asked));
    process("issues, a filtered page", many, "issues", "severity:>=high", "--limit", "" + PAGE);
    process("issues, a page of all", many, "issues", "--limit", "" + PAGE);
    process("issues --count", many, "issues", "--count");
    export("issues -o jsonl", few, many, "issues", "is:open,resolved", "-o", "jsonl");
    export("issues -o csv", few, many, "issues", "is:open,resolved", "-o", "csv");
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

  /** What somebody types. */
  private record Asked(String filter, String sort) {
    IssueOrder order() {
      return sort.isEmpty()
          ? IssueOrder.WORST_THEN_OLDEST
          : new IssueOrder(List.of(IssueOrder.Step.parse(sort).orElseThrow()), Map.of());
    }

    @Override
    public String toString() {
      return "issues"
          + (filter.isEmpty() ? "" : " " + filter)
          + (sort.isEmpty() ? "" : " --sort " + sort);
    }
  }

  private void page(Path file, Asked asked) {
    try (Workspace workspace = workspace(file)) {
      IssueDesk desk = workspace.issues();
      Filter filter = Filters.parse(List.of(asked.filter()));
      List<Double> millis = new ArrayList<>();
      List<IssueListing> pages = new ArrayList<>();
      for (int run = 0; run < RUNS; run++) {
        long began = System.nanoTime();
        pages.add(desk.page(filter, asked.order(), PAGE));
        millis.add(since(began) * 1_000);
      }
      bars.atMost(
          "%s: %d of %,d; first %.0f ms, slowest of the others %.0f ms; median"
              .formatted(
                  asked,
                  pages.getLast().issues().size(),
                  pages.getLast().totals().selected(),
                  millis.getFirst(),
                  millis.subList(1, RUNS).stream().max(Double::compare).orElseThrow()),
          PAGE_MILLIS,
          Median.of(millis),
          "ms");
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
    if (!what.contains("csv")) {
      bars.demand(tail().contains("\"summary\""), what + " ends with its summary");
    }
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
