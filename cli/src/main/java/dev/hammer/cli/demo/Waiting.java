package dev.hammer.cli.demo;

import dev.hammer.cli.terminal.Terminal;
import dev.hammer.cli.terminal.TextWidth;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.demo.Progress;
import java.time.Duration;

/**
 * Says on stderr what is being waited for; on a terminal with the time it has taken so far, so that
 * something moves.
 */
public final class Waiting implements Progress, AutoCloseable {
  private static final Duration REDRAW = Duration.ofMillis(500);

  private final Terminal terminal;
  private final boolean quiet;
  private final Thread painter =
      Thread.ofPlatform().daemon().name("waiting").unstarted(this::paint);
  private String what = "";
  private long since;

  public Waiting(Terminal terminal, boolean quiet) {
    this.terminal = terminal;
    this.quiet = quiet;
    if (terminal.errIsTerminal() && !quiet) {
      painter.start();
    }
  }

  @Override
  public synchronized void line(String line) {
    if (quiet) {
      return;
    }
    end();
    what = Visible.of(line);
    since = System.nanoTime();
    if (terminal.errIsTerminal()) {
      draw();
    } else {
      terminal.err().println(what + " ...");
      terminal.err().flush();
    }
  }

  /** Leaves what was waited for on the screen. */
  @Override
  public void close() {
    painter.interrupt();
    synchronized (this) {
      end();
    }
  }

  private void paint() {
    try {
      while (true) {
        Thread.sleep(REDRAW);
        draw();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void draw() {
    if (!what.isEmpty()) {
      String line = what + " ...   " + Words.duration(Duration.ofNanos(System.nanoTime() - since));
      terminal.err().print("\r\u001b[K" + TextWidth.withoutMiddle(line, terminal.columns() - 1));
      terminal.err().flush();
    }
  }

  private void end() {
    if (!what.isEmpty() && terminal.errIsTerminal()) {
      draw();
      terminal.err().println();
      terminal.err().flush();
    }
    what = "";
  }
}
