package dev.hammer.app.config;

import dev.hammer.core.value.Value;

/** Words of a configuration file as messages quote them: on one line, short, nothing invisible. */
final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  /** In quotes, the end cut off where it is long. */
  static String quoted(String text) {
    String cut =
        text.codePointCount(0, text.length()) <= LONGEST
            ? text
            : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "...";
    return "\"" + visible(cut) + "\"";
  }

  /** What a node is, in one or two words. */
  static String of(Node node) {
    return switch (node) {
      case Node.Scalar(_, Value.Text(String text), _) -> quoted(text);
      case Node.Scalar(_, Value.Absent _, _) -> "nothing";
      case Node.Scalar(_, _, String raw) -> visible(raw);
      case Node.Items _ -> "a list";
      case Node.Fields _ -> "an object";
    };
  }

  /** The kind of a node, with its article. */
  static String kindOf(Node node) {
    return switch (node) {
      case Node.Scalar(_, Value.Text _, _) -> "a string";
      case Node.Scalar(_, Value.Num _, _) -> "a number";
      case Node.Scalar(_, Value.Flag(boolean isTrue), _) -> Boolean.toString(isTrue);
      case Node.Scalar _ -> "nothing";
      case Node.Items _ -> "a list";
      case Node.Fields _ -> "an object";
    };
  }

  /** Control and formatting characters spelled out, so that no text can move a cursor. */
  static String visible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isPlain(c)) {
                out.appendCodePoint(c);
              } else {
                out.append(c < 0x100 ? "\\x%02x".formatted(c) : "\\u{%x}".formatted(c));
              }
            });
    return out.toString();
  }

  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
