package dev.hammer.cli.scan;

import dev.hammer.app.scan.Figures;
import dev.hammer.app.scan.ScanListener;
import dev.hammer.app.scan.ScanPlan;
import dev.hammer.cli.terminal.Terminal;
import dev.hammer.cli.terminal.Words;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * Shows a scan while it runs, on stderr: redrawn in place on a terminal; elsewhere one line at the
 * start, every 30 seconds and at the end.
 */
public final class ScanProgress implements ScanListener, AutoCloseable {
  private static final Duration REDRAW = Duration.ofMillis(200);
  private static final Duration LINE = Duration.ofSeconds(30);
  private static final int BAR = 32;
  private static final int NOW_SHOWN = 3;

  private final Terminal terminal;
  private final Figures figures;
  private final boolean quiet;
  private final long began = System.nanoTime();
  private final Set<Unit> now = new ConcurrentSkipListSet<>();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final LongAdder judged = new LongAdder();
  private final LongAdder fresh = new LongAdder();
  private volatile int units;
  private volatile String scanId = "";
  private final Thread painter;
  private boolean drawn;

  /** Starts showing once the scan is planned. */
  public ScanProgress(Terminal terminal, Figures figures, boolean quiet) {
    this.terminal = terminal;
    this.figures = figures;
    this.quiet = quiet;
    this.painter = Thread.ofPlatform().daemon().name("progress").unstarted(this::paint);
  }

  @Override
  public void planned(ScanPlan plan) {
    units = (int) plan.units().count();
    scanId = plan.scanId();
    if (quiet) {
      return;
    }
    ScanHeader.lines(plan).forEach(terminal.err()::println);
    terminal.err().flush();
    painter.start();
  }

  @Override
  public void doneElsewhere(Unit unit) {
    done.incrementAndGet();
  }

  @Override
  public void began(Unit unit) {
    now.add(unit);
  }

  @Override
  public void ended(Unit unit, SliceOutcome outcome, long judgedHere, long freshHere) {
    now.remove(unit);
    judged.add(judgedHere);
    fresh.add(freshHere);
    if (outcome == SliceOutcome.FAILED) {
      failed.incrementAndGet();
    }
    done.incrementAndGet();
  }

  /** Shows the end, and stops. */
  @Override
  public void close() {
    if (!painter.isAlive()) {
      return;
    }
    painter.interrupt();
    try {
      painter.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    show();
    terminal.err().flush();
  }

  private void paint() {
    Duration pause = terminal.errIsTerminal() ? REDRAW : LINE;
    try {
      while (true) {
        show();
        Thread.sleep(pause);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void show() {
    if (terminal.errIsTerminal()) {
      redraw();
    } else {
      terminal.err().println(line());
    }
    terminal.err().flush();
  }

  private String line() {
    return String.format(
        Locale.ROOT,
        "%s scan %s units=%d/%d issues=%d failed=%d denied=%d throttled=%d requests=%d",
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        scanId,
        done.get(),
        units,
        fresh.sum(),
        failed.get(),
        figures.denied(),
        figures.throttled(),
        figures.requests());
  }

  private void redraw() {
    String up = drawn ? "\u001b[2A" : "";
    drawn = true;
    terminal.err().print(up + "\r\u001b[K" + fit(bar()) + "\n\u001b[K" + fit(activity()) + "\n");
  }

  private String bar() {
    int finished = done.get();
    int filled = units == 0 ? 0 : BAR * finished / units;
    Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
    return "["
        + "#".repeat(filled)
        + "-".repeat(BAR - filled)
        + "]  "
        + Words.number(finished)
        + " of "
        + Words.count(units, "unit")
        + "  "
        + (units == 0 ? 100 : 100L * finished / units)
        + " %   "
        + Words.duration(elapsed)
        + remaining(finished, elapsed);
  }

  /** An estimate only once there is something to estimate from. */
  private String remaining(int finished, Duration elapsed) {
    if (finished == 0 || finished >= units || elapsed.toSeconds() < 3) {
      return "";
    }
    Duration left = elapsed.multipliedBy(units - finished).dividedBy(finished);
    return ", about " + Words.duration(left) + " left";
  }

  private String activity() {
    String first =
        now.stream()
            .limit(NOW_SHOWN)
            .map(unit -> unit.service() + " " + unit.account() + " " + unit.region())
            .collect(Collectors.joining("    "));
    int more = Math.max(0, now.size() - NOW_SHOWN);
    String running =
        first.isEmpty() ? "" : "now " + first + (more > 0 ? " and " + more + " more" : "");
    return " "
        + Words.number(judged.sum())
        + " judged   "
        + Words.count(fresh.sum(), "new issue")
        + "   "
        + Words.count(figures.requests(), "request")
        + "   "
        + running;
  }

  private String fit(String text) {
    return text.length() <= terminal.columns() - 1
        ? text
        : text.substring(0, terminal.columns() - 1);
  }
}
