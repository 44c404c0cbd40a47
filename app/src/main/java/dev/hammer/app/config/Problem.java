package dev.hammer.app.config;

import java.util.Comparator;
import java.util.Locale;

/**
 * One thing that is wrong with the configuration.
 *
 * @param file as shown to people, relative to the working folder where it lies below it
 * @param line from 1, or 0 where the problem has no place in the file
 * @param column from 1, or 0
 * @param key path of the key, or empty
 * @param message what is wrong, without the remedy
 * @param remedy what to do, or empty where the message says it
 */
public record Problem(
    String file, int line, int column, String key, Level level, String message, String remedy)
    implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::level)
          .thenComparing(Problem::file)
          .thenComparingInt(Problem::line)
          .thenComparingInt(Problem::column)
          .thenComparing(Problem::message);

  /** Whether a program may start beside the problem. */
  public enum Level {
    ERROR,
    WARNING;

    /** Lower-case name, as in JSON and messages. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean isError() {
    return level == Level.ERROR;
  }

  /** The whole problem on one line, its place first, so that editors can jump there. */
  public String text() {
    String place = line == 0 ? file : file + ":" + line + ":" + column;
    String whole = place + ": " + level.word() + ": " + message;
    return Shown.visible(remedy.isEmpty() ? whole : whole + "; " + remedy);
  }

  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }
}
