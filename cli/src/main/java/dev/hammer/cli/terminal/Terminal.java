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
 * @param columns the width to fit into; 100 where none is known
 * @param unicode whether shapes beyond ASCII can be shown
 */
public record Terminal(
    PrintStream out,
    PrintStream err,
    boolean inIsTerminal,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int columns,
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
        out, err, inIsTerminal, outIsTerminal, errIsTerminal, columns, unicode, mode, environment);
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
    return text.matches("\\d{1,4}") ? Math.max(NARROWEST, Integer.parseInt(text)) : WIDTH;
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
