package dev.hammer.cli.demo;

import dev.hammer.cli.terminal.LiveBlock;
import dev.hammer.cli.terminal.Terminal;
import dev.hammer.cli.terminal.TextWidth;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import dev.hammer.demo.Progress;
import java.time.Duration;
import java.util.List;

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
  private final LiveBlock block;
  private String what = "";
  private long since;

  public Waiting(Terminal terminal, boolean quiet) {
    this.terminal = terminal;
    this.quiet = quiet;
    this.block = new LiveBlock(terminal.err());
    if (terminal.errIsDrawable() && !quiet) {
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
    if (terminal.errIsDrawable()) {
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
      block.draw(List.of(line()));
    }
  }

  private void end() {
    if (!what.isEmpty() && terminal.errIsDrawable()) {
      block.leave(List.of(line()));
    }
    what = "";
  }

  private String line() {
    String time = Words.duration(Duration.ofNanos(System.nanoTime() - since));
    return TextWidth.withoutMiddle(what + " ...   " + time, Math.max(1, terminal.width() - 1));
  }
}
