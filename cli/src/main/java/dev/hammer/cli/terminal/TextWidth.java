package dev.hammer.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** How many columns a text takes on a terminal, and how it is made to take fewer or more. */
public final class TextWidth {
  private static final String DOTS = "...";

  private TextWidth() {}

  /** The columns a text without control characters takes. */
  public static int of(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      width += of(text.codePointAt(i));
    }
    return width;
  }

  /** Blanks behind the text until it takes this many columns. */
  public static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  /** The text, without its middle if it takes too many columns: {@code acme-exp...-west-1}. */
  public static String withoutMiddle(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    if (width <= DOTS.length() + 1) {
      return beginning(text, width);
    }
    int kept = width - DOTS.length();
    return beginning(text, (kept + 1) / 2) + DOTS + ending(text, kept / 2);
  }

  /** Breaks a text between words into lines of at most this width; a longer word is broken, too. */
  public static List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (of(longer) <= width) {
        line = longer;
        continue;
      }
      if (!line.isBlank()) {
        lines.add(line.stripTrailing());
      }
      while (of(word) > width) {
        String first = beginning(word, width);
        lines.add(first);
        word = word.substring(first.length());
      }
      line = word;
    }
    if (!line.isBlank() || lines.isEmpty()) {
      lines.add(line.stripTrailing());
    }
    return lines;
  }

  private static String beginning(String text, int width) {
    int end = 0;
    int taken = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (taken + of(c) > width) {
        break;
      }
      taken += of(c);
      end += Character.charCount(c);
    }
    return text.substring(0, end);
  }

  private static String ending(String text, int width) {
    int begin = text.length();
    int taken = 0;
    while (begin > 0) {
      int c = text.codePointBefore(begin);
      if (taken + of(c) > width) {
        break;
      }
      taken += of(c);
      begin -= Character.charCount(c);
    }
    return text.substring(begin);
  }

  /** Marks that combine take none; ideographs, syllables of Hangul and emoji take two. */
  private static int of(int c) {
    if (c < 0x300) {
      return 1;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    boolean wide =
        (c >= 0x1100 && c <= 0x115f)
            || (c >= 0x2e80 && c <= 0xa4cf)
            || (c >= 0xac00 && c <= 0xd7a3)
            || (c >= 0xf900 && c <= 0xfaff)
            || (c >= 0xfe30 && c <= 0xfe6f)
            || (c >= 0xff00 && c <= 0xff60)
            || (c >= 0xffe0 && c <= 0xffe6)
            || (c >= 0x1f300 && c <= 0x1faff)
            || (c >= 0x20000 && c <= 0x3fffd);
    return wide ? 2 : 1;
  }
}
