package dev.hammer.policy;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Makes untrusted text fit for a sentence: one line, no control characters, not too long. */
final class Quote {

  private static final int LONGEST = 120;
  private static final int MOST = 5;

  private Quote() {}

  /** The text in quotation marks. */
  static String of(String text) {
    return '"' + plain(text) + '"';
  }

  /** The texts in quotation marks, the first few of them. */
  static String all(Collection<String> texts) {
    List<String> shown = texts.stream().limit(MOST).toList();
    String list = shown.stream().map(Quote::of).collect(Collectors.joining(", "));
    int more = texts.size() - shown.size();
    return more > 0 ? list + " and " + more + " more" : list;
  }

  /** The text without quotation marks. */
  static String plain(String text) {
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return cut.codePoints()
        .map(c -> isVisible(c) ? c : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Format characters can turn a line around; half a surrogate pair cannot be printed. */
  private static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          false;
      default -> true;
    };
  }
}
