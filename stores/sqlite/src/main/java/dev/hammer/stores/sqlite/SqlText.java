package dev.hammer.stores.sqlite;

/**
 * Texts as SQLite can keep them. UTF-8 has no form for half a surrogate pair; rather than losing
 * it, and with it the difference between two ids, it is spelled out behind a character that means
 * nothing.
 */
final class SqlText {
  /** A noncharacter of Unicode; itself spelled out as well. */
  private static final char MARK = '\uFDD0';

  private static final int HEX = 16;
  private static final int DIGITS = 4;

  private SqlText() {}

  static String encode(String text) {
    int i = 0;
    while (i < text.length() && !isSpelledOut(text, i)) {
      i++;
    }
    if (i == text.length()) {
      return text;
    }
    StringBuilder encoded = new StringBuilder(text.length() + DIGITS).append(text, 0, i);
    for (; i < text.length(); i++) {
      if (isSpelledOut(text, i)) {
        encoded.append(MARK).append(Integer.toHexString(text.charAt(i)));
      } else {
        encoded.append(text.charAt(i));
      }
    }
    return encoded.toString();
  }

  static String decode(String encoded) {
    int mark = encoded.indexOf(MARK);
    if (mark < 0) {
      return encoded;
    }
    StringBuilder text = new StringBuilder(encoded.length());
    int from = 0;
    for (; mark >= 0; mark = encoded.indexOf(MARK, from)) {
      int end = mark + 1 + DIGITS;
      text.append(encoded, from, mark)
          .append((char) Integer.parseInt(encoded.substring(mark + 1, end), HEX));
      from = end;
    }
    return text.append(encoded, from, encoded.length()).toString();
  }

  private static boolean isSpelledOut(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c == MARK;
  }
}
