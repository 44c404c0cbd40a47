package dev.hammer.cli.terminal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The three streams of a command and what they are: results go to {@link #out}, talk goes to {@link
 * #err}; each is judged by itself.
 *
 * @param inIsTerminal whether a person can answer
 * @param width the width of the screen; 100 where none is known
 * @param unicode whether shapes beyond ASCII can be shown
 */
public record Terminal(
    PrintStream out,
    PrintStream err,
    boolean inIsTerminal,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int width,
    boolean unicode,
    ColorMode color,
    Map<String, String> environment) {
  private static final int WIDTH = 100;
  private static final int NARROWEST = 40;

  /** Streams as the launcher describes them: {@code hammer.tty} and {@code hammer.columns}. */
  public static Terminal ofProcess(Map<String, String> environment) {
    String tty = System.getProperty("hammer.tty", "000");
    return new Terminal(
        stream(System.out),
        stream(System.err),
        isSet(tty, 0),
        isSet(tty, 1),
        isSet(tty, 2),
        width(System.getProperty("hammer.columns", "")),
        isUtf8(environment),
        ColorMode.AUTO,
        environment);
  }

  public Terminal with(ColorMode mode) {
    return new Terminal(
        out, err, inIsTerminal, outIsTerminal, errIsTerminal, width, unicode, mode, environment);
  }

  /** The width to fit pages into: that of the screen, but never so narrow that nobody can read. */
  public int columns() {
    return Math.max(NARROWEST, width);
  }

  /** Whether talk can be drawn over; a dumb terminal can only add lines. */
  public boolean errIsDrawable() {
    return errIsTerminal && !"dumb".equals(environment.get("TERM"));
  }

  /** How to colour results. */
  public Style outStyle() {
    return new Style(color.isOn(environment, outIsTerminal));
  }

  /** How to colour talk. */
  public Style errStyle() {
    return new Style(color.isOn(environment, errIsTerminal));
  }

  private static PrintStream stream(PrintStream stream) {
    return new PrintStream(stream, false, StandardCharsets.UTF_8);
  }

  private static boolean isSet(String flags, int index) {
    return flags.length() > index && flags.charAt(index) == '1';
  }

  private static int width(String text) {
    return text.matches("\\d{1,4}") && Integer.parseInt(text) > 0 ? Integer.parseInt(text) : WIDTH;
  }

  private static boolean isUtf8(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("LC_ALL"))
        .filter(v -> !v.isEmpty())
        .or(() -> Optional.ofNullable(environment.get("LC_CTYPE")).filter(v -> !v.isEmpty()))
        .or(() -> Optional.ofNullable(environment.get("LANG")))
        .filter(v -> v.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8"))
        .isPresent();
  }
}
