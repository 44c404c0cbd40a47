package dev.hammer.cli.scan;

import dev.hammer.app.scan.Figures;
import dev.hammer.app.scan.ScanListener;
import dev.hammer.app.scan.ScanPlan;
import dev.hammer.cli.terminal.LiveBlock;
import dev.hammer.cli.terminal.Terminal;
import dev.hammer.core.ledger.Worker;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Shows a scan while it runs, on stderr: redrawn in place on a terminal; elsewhere one line when it
 * is planned, every 30 seconds and at the end.
 */
public final class ScanProgress implements ScanListener, AutoCloseable {
  private static final Duration REDRAW = Duration.ofMillis(200);
  private static final Duration LINE = Duration.ofSeconds(30);

  private final Terminal terminal;
  private final Manner manner;
  private final ScanMeter meter;
  private final LiveBlock block;
  private final Thread painter;

  /** How much is shown. */
  public enum Manner {
    /** Redrawn in place. */
    DRAWN,
    /** Line after line, as in a log. */
    LINES,
    /** Nothing. */
    QUIET;

    /**
     * What suits a terminal.
     *
     * @param talks whether other lines are written while the scan runs
     */
    public static Manner of(Terminal terminal, boolean quiet, boolean talks) {
      if (quiet) {
        return QUIET;
      }
      return terminal.errIsDrawable() && !talks ? DRAWN : LINES;
    }
  }

  /** Starts showing. */
  public ScanProgress(Terminal terminal, Figures figures, Manner manner) {
    this(terminal, figures, manner, System::nanoTime);
    if (manner != Manner.QUIET) {
      painter.start();
    }
  }

  /** The same without moving by itself. */
  ScanProgress(Terminal terminal, Figures figures, Manner manner, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.manner = manner;
    this.meter = new ScanMeter(figures, nanoTime);
    this.block = new LiveBlock(terminal.err());
    this.painter = Thread.ofPlatform().daemon().name("progress").unstarted(this::paint);
  }

  ScanMeter meter() {
    return meter;
  }

  @Override
  public void entering(int accounts) {
    meter.entering(accounts);
  }

  @Override
  public void entered() {
    meter.entered();
  }

  @Override
  public synchronized void planned(ScanPlan plan) {
    if (manner != Manner.QUIET) {
      block.erase();
      ScanHeader.lines(plan).forEach(terminal.err()::println);
    }
    meter.planned(plan);
    show();
  }

  @Override
  public void resumed(Scan scan, List<Worker> others) {
    tell(ShareLines.resumed(scan, others));
  }

  @Override
  public void tookOver(Worker gone, int taken) {
    tell(ShareLines.tookOver(gone, taken));
  }

  @Override
  public void doneElsewhere(Unit unit) {
    meter.doneElsewhere(unit);
  }

  @Override
  public void began(Unit unit) {
    meter.began(unit);
  }

  @Override
  public void ended(Unit unit, SliceOutcome outcome, long judged, long fresh) {
    meter.ended(unit, outcome, judged, fresh);
  }

  /** Shows the end, and stops. */
  @Override
  public void close() {
    painter.interrupt();
    try {
      painter.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    end();
  }

  /** Shows how far it is. */
  synchronized void show() {
    switch (manner) {
      case DRAWN -> block.draw(new MeterLines(meter, terminal.width()).lines());
      case LINES -> line();
      case QUIET -> {}
    }
  }

  private synchronized void end() {
    if (!meter.isPlanned()) {
      block.erase();
      return;
    }
    switch (manner) {
      case DRAWN -> block.leave(new MeterLines(meter, terminal.width()).lines());
      case LINES -> line();
      case QUIET -> {}
    }
  }

  private void line() {
    terminal.err().println(meter.line(Instant.now()));
    terminal.err().flush();
  }

  private void paint() {
    Duration pause = manner == Manner.DRAWN ? REDRAW : LINE;
    try {
      while (true) {
        Thread.sleep(pause);
        show();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /** Above what is redrawn. */
  private synchronized void tell(String line) {
    if (manner != Manner.QUIET) {
      block.erase();
      terminal.err().println(line);
      terminal.err().flush();
    }
  }
}
