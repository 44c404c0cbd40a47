package dev.hammer.core.filter;

import java.util.List;

/** Reads a filter from left to right, character by character, minding quotes. */
final class Letters {
  private final String text;
  private int at;

  Letters(String text) {
    this.text = text;
  }

  /** The column that is read next, counted from 1. */
  int column() {
    return at + 1;
  }

  void backTo(int column) {
    at = column - 1;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  void skipBlanks() {
    while (!atEnd() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  boolean skip(char expected) {
    if (!atEnd() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  /**
   * Reads up to a blank or one of the stops, neither of them in quotes.
   *
   * @throws Misunderstanding if a quote is not closed; the column is that of the quote then
   */
  Piece piece(String stops) throws Misunderstanding {
    StringBuilder read = new StringBuilder();
    boolean star = false;
    boolean quotes = false;
    while (!atEnd() && !isBlank(text.charAt(at)) && stops.indexOf(text.charAt(at)) < 0) {
      char c = text.charAt(at);
      if (c == '"') {
        quotes = true;
        quoted(read);
      } else {
        star |= c == '*';
        read.append(c);
        at++;
      }
    }
    return new Piece(new Wording(read.toString(), star), quotes);
  }

  private void quoted(StringBuilder read) throws Misunderstanding {
    int opening = at++;
    while (!atEnd() && text.charAt(at) != '"') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      read.append(text.charAt(at++));
    }
    if (!skip('"')) {
      at = opening;
      throw new Misunderstanding("a quote is not closed", "", List.of());
    }
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
  }

  /**
   * What was read.
   *
   * @param hasQuotes whether some of it, perhaps nothing, was in quotes
   */
  record Piece(Wording wording, boolean hasQuotes) {
    boolean isMissing() {
      return wording.text().isEmpty() && !hasQuotes;
    }
  }
}
