package dev.hammer.cli;

import dev.hammer.cli.terminal.Visible;
import java.util.regex.Pattern;

/** A text as one word of a command that a person pastes into a shell. */
final class ShellWord {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

  private ShellWord() {}

  /** The text itself, or in single quotes where a shell would see more in it. */
  static String of(String text) {
    return PLAIN.matcher(text).matches()
        ? text
        : "'" + Visible.of(text).replace("'", "'\\''") + "'";
  }
}
