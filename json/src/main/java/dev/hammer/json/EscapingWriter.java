package dev.hammer.json;

import java.io.IOException;
import java.io.Writer;

/**
 * Passes JSON on and escapes what must not leave raw: halves of surrogate pairs, which UTF-8 cannot
 * carry, and invisible controls, which could lead a terminal or a reader astray. Outside of strings
 * JSON has none of these, so the text stays the same JSON.
 */
final class EscapingWriter extends Writer {
  private static final char NONE = 0;

  private final Writer out;
  private char high = NONE;

  EscapingWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    StringBuilder safe = new StringBuilder(length + 16);
    for (int i = offset; i < offset + length; i++) {
      append(text[i], safe);
    }
    out.append(safe);
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    StringBuilder rest = new StringBuilder();
    escapePending(rest);
    out.append(rest);
    out.close();
  }

  private void append(char c, StringBuilder safe) {
    if (high != NONE && Character.isLowSurrogate(c)) {
      appendPair(Character.toCodePoint(high, c), safe);
      high = NONE;
      return;
    }
    escapePending(safe);
    if (Character.isHighSurrogate(c)) {
      high = c;
    } else if (isUnsafe(c)) {
      escape(c, safe);
    } else {
      safe.append(c);
    }
  }

  private static void appendPair(int codePoint, StringBuilder safe) {
    if (Character.getType(codePoint) == Character.FORMAT) {
      escape(Character.highSurrogate(codePoint), safe);
      escape(Character.lowSurrogate(codePoint), safe);
    } else {
      safe.appendCodePoint(codePoint);
    }
  }

  private void escapePending(StringBuilder safe) {
    if (high != NONE) {
      escape(high, safe);
      high = NONE;
    }
  }

  private static boolean isUnsafe(char c) {
    if (c < 0x7f) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static void escape(char c, StringBuilder safe) {
    safe.append("\\u").append(Character.forDigit(c >> 12, 16));
    for (int shift = 8; shift >= 0; shift -= 4) {
      safe.append(Character.forDigit((c >> shift) & 0xf, 16));
    }
  }
}
