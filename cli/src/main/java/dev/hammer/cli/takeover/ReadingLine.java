package dev.hammer.cli.takeover;

import dev.hammer.app.takeover.Takeover;
import dev.hammer.cli.terminal.LiveBlock;
import dev.hammer.cli.terminal.Terminal;
import dev.hammer.cli.terminal.TextWidth;
import dev.hammer.cli.terminal.Visible;
import dev.hammer.cli.terminal.Words;
import java.util.List;

/** How far the reading is, in one line that is redrawn; only on a terminal. */
public final class ReadingLine implements Takeover.Listener, AutoCloseable {
  private static final long REDRAW_NANOS = 100_000_000;

  private final Terminal terminal;
  private final boolean isShown;
  private final LiveBlock block;
  private long last;

  public ReadingLine(Terminal terminal, boolean quiet) {
    this.terminal = terminal;
    this.isShown = terminal.errIsDrawable() && !quiet;
    this.block = new LiveBlock(terminal.err());
    this.last = System.nanoTime();
  }

  @Override
  public void read(String table, long items) {
    long now = System.nanoTime();
    if (!isShown || now - last < REDRAW_NANOS) {
      return;
    }
    last = now;
    String line = "Reading " + Visible.of(table) + "  " + Words.count(items, "item");
    block.draw(List.of(TextWidth.withoutMiddle(line, Math.max(1, terminal.width() - 1))));
  }

  /** Takes the line away. */
  @Override
  public void close() {
    block.erase();
  }
}
