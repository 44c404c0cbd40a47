package dev.hammer.cli.terminal;

/**
 * Makes text from outside harmless on a terminal: control characters, line breaks and characters
 * that turn the direction of writing are shown as escapes instead of obeyed.
 */
public final class Visible {
  private Visible() {}

  public static String of(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      return text;
    }
    StringBuilder visible = new StringBuilder();
    text.codePoints().forEach(c -> append(visible, c));
    return visible.toString();
  }

  private static void append(StringBuilder visible, int c) {
    if (c == '\n') {
      visible.append("\\n");
    } else if (c == '\t') {
      visible.append("\\t");
    } else if (c == '\r') {
      visible.append("\\r");
    } else if (c < 0x20 || (c >= 0x7f && c < 0xa0)) {
      visible.append(String.format("\\x%02x", c));
    } else if (isDeceiving(c)) {
      visible.append(String.format("\\u%04x", c));
    } else {
      visible.appendCodePoint(c);
    }
  }

  private static boolean isDeceiving(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED;
  }
}
