package dev.hammer.cli.takeover;

import dev.hammer.app.takeover.Takeover;
import dev.hammer.cli.terminal.Terminal;
import dev.hammer.cli.terminal.TextWidth;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;

/** How far the reading is, in one line that is redrawn; only on a terminal. */
public final class ReadingLine implements Takeover.Listener, AutoCloseable {
  private static final long REDRAW_NANOS = 100_000_000;
  private static final String CLEAR = "\r\u001b[K";

  private final Terminal terminal;
  private final boolean isShown;
  private long last;
  private boolean isDrawn;

  public ReadingLine(Terminal terminal, boolean quiet) {
    this.terminal = terminal;
    this.isShown = terminal.errIsTerminal() && !quiet;
    this.last = System.nanoTime();
  }

  @Override
  public void read(String table, long items) {
    long now = System.nanoTime();
    if (!isShown || now - last < REDRAW_NANOS) {
      return;
    }
    last = now;
    isDrawn = true;
    String line = "Reading " + Visible.of(table) + "  " + Words.count(items, "item");
    terminal.err().print(CLEAR + TextWidth.withoutMiddle(line, terminal.columns() - 1));
    terminal.err().flush();
  }

  /** Takes the line away. */
  @Override
  public void close() {
    if (isDrawn) {
      terminal.err().print(CLEAR);
      terminal.err().flush();
    }
  }
}
