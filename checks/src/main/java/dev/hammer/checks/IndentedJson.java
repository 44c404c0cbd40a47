package dev.hammer.checks;

/**
 * Sets JSON in lines with four spaces, as the predecessor stored policies. Only white space
 * changes; no name, value or order does.
 */
final class IndentedJson {
  private static final String STEP = "    ";

  private final String json;
  private final StringBuilder out = new StringBuilder();
  private int depth;

  private IndentedJson(String json) {
    this.json = json;
  }

  /** The same text, indented; it must be JSON. */
  static String of(String json) {
    return new IndentedJson(json).indented();
  }

  private String indented() {
    int at = 0;
    while (at < json.length()) {
      char c = json.charAt(at);
      at = c == '"' ? string(at) : single(c, at);
    }
    return out.toString();
  }

  private int single(char c, int at) {
    switch (c) {
      case '{', '[' -> {
        return open(c, at);
      }
      case '}', ']' -> {
        depth--;
        line().append(c);
      }
      case ',' -> {
        out.append(c);
        line();
      }
      case ':' -> out.append(": ");
      case ' ', '\t', '\r', '\n' -> {}
      default -> out.append(c);
    }
    return at + 1;
  }

  /** Opens an object or list; an empty one stays on its line. */
  private int open(char c, int at) {
    int next = at + 1;
    while (next < json.length() && Character.isWhitespace(json.charAt(next))) {
      next++;
    }
    if (next < json.length() && "}]".indexOf(json.charAt(next)) >= 0) {
      out.append(c).append(json.charAt(next));
      return next + 1;
    }
    out.append(c);
    depth++;
    line();
    return at + 1;
  }

  private int string(int from) {
    int at = from + 1;
    while (at < json.length() && json.charAt(at) != '"') {
      at += json.charAt(at) == '\\' ? 2 : 1;
    }
    int end = Math.min(at + 1, json.length());
    out.append(json, from, end);
    return end;
  }

  private StringBuilder line() {
    return out.append('\n').append(STEP.repeat(Math.max(depth, 0)));
  }
}
