package dev.hammer.core.filter;

import dev.hammer.core.whitelist.Glob;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text to compare with, in which {@code *} stands for any text if it was not quoted.
 *
 * @param isGlob whether a star is in it that stands for any text
 */
record Wording(String text, boolean isGlob) {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./@+=~#$%;!?&()\\[\\]{}|-]*");

  static Wording exactly(String text) {
    return new Wording(text, false);
  }

  Wording lowered() {
    return new Wording(lower(text), isGlob);
  }

  boolean matches(String other) {
    return isGlob ? Glob.of(text).matches(other) : text.equals(other);
  }

  boolean matchesAnyCase(String other) {
    return lowered().matches(lower(other));
  }

  /** Whether the other text holds this one, or matches it if it is a pattern. */
  boolean isFoundIn(String other) {
    return isGlob ? matchesAnyCase(other) : lower(other).contains(lower(text));
  }

  /** As it would be typed where a value stands; quoted if it has to be. */
  @Override
  public String toString() {
    if (!isGlob) {
      return quoted(text);
    }
    StringBuilder written = new StringBuilder();
    String[] parts = text.split("\\*", -1);
    for (int i = 0; i < parts.length; i++) {
      written.append(i > 0 ? "*" : "");
      written.append(parts[i].isEmpty() ? "" : quoted(parts[i]));
    }
    return written.toString();
  }

  /** The text, in quotes if it has characters that mean something in a filter. */
  static String quoted(String text) {
    if (!text.isEmpty() && PLAIN.matcher(text).matches() && !text.startsWith("-")) {
      return text;
    }
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
