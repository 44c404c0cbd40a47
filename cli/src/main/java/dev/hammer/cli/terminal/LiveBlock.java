package dev.hammer.cli.terminal;

import java.io.PrintStream;
import java.util.List;

/**
 * Lines at the end of a screen that are drawn again and again in place. They never wrap, and the
 * cursor rests at their beginning: a terminal that is made narrower or wider moves it with them, so
 * what is drawn over is always the whole of what was drawn before.
 */
public final class LiveBlock {
  private static final String WITHOUT_WRAPPING = "\u001b[?7l";
  private static final String WRAPPING = "\u001b[?7h";
  private static final String END_OF_LINE = "\u001b[K";
  private static final String END_OF_SCREEN = "\u001b[J";

  private final PrintStream screen;
  private boolean drawn;

  public LiveBlock(PrintStream screen) {
    this.screen = screen;
  }

  /** Shows these lines in the place of those before. */
  public void draw(List<String> lines) {
    int up = lines.size() - 1;
    screen.print(text(lines) + (up > 0 ? "\u001b[" + up + "A" : "") + "\r");
    screen.flush();
    drawn = true;
  }

  /** Shows these lines in the place of those before, for good. */
  public void leave(List<String> lines) {
    screen.print(text(lines) + "\n");
    screen.flush();
    drawn = false;
  }

  /** Takes the lines away, so that something else can be written in their place. */
  public void erase() {
    if (drawn) {
      screen.print("\r" + END_OF_SCREEN);
      screen.flush();
      drawn = false;
    }
  }

  private static String text(List<String> lines) {
    return WITHOUT_WRAPPING
        + "\r"
        + String.join(END_OF_LINE + "\n", lines)
        + END_OF_SCREEN
        + WRAPPING;
  }
}
