package dev.hammer.testing.stub;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts JSON at its top level and leaves the parts exactly as they were written, so that an answer
 * whose list was shortened is otherwise the emulator's own.
 */
final class JsonText {
  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /** The members of an object, each value as its source text. */
  static Map<String, String> members(String object) {
    var json = new JsonText(object);
    var members = new LinkedHashMap<String, String>();
    json.expect('{');
    while (!json.accept('}')) {
      String name = unquote(json.value());
      json.expect(':');
      members.put(name, json.value());
      json.accept(',');
    }
    return members;
  }

  /** The elements of an array, each as its source text. */
  static List<String> elements(String array) {
    var json = new JsonText(array);
    var elements = new ArrayList<String>();
    json.expect('[');
    while (!json.accept(']')) {
      elements.add(json.value());
      json.accept(',');
    }
    return elements;
  }

  static String object(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> quote(member.getKey()) + ":" + member.getValue())
        .collect(joining(",", "{", "}"));
  }

  static String array(List<String> elements) {
    return "[" + String.join(",", elements) + "]";
  }

  static boolean isObject(String value) {
    return value.strip().startsWith("{");
  }

  static boolean isArray(String value) {
    return value.startsWith("[");
  }

  static String quote(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        default -> quoted.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    return quoted.append('"').toString();
  }

  /** The text of a string value; numbers and other values stay as they are written. */
  static String unquote(String value) {
    if (!value.startsWith("\"")) {
      return value;
    }
    String inside = value.substring(1, value.length() - 1);
    return inside.indexOf('\\') < 0 ? inside : unescape(inside);
  }

  private static String unescape(String escaped) {
    var text = new StringBuilder();
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char kind = escaped.charAt(++i);
      switch (kind) {
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case 'r' -> text.append('\r');
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        case 'u' -> {
          text.append((char) Integer.parseInt(escaped.substring(i + 1, i + 5), 16));
          i += 4;
        }
        default -> text.append(kind);
      }
    }
    return text.toString();
  }

  private String value() {
    skipSpace();
    int start = at;
    char first = peek();
    if (first == '"') {
      skipString();
    } else if (first == '{' || first == '[') {
      skipNested();
    } else {
      skipPlain();
    }
    return text.substring(start, at);
  }

  private void skipString() {
    at++;
    while (peek() != '"') {
      at += peek() == '\\' ? 2 : 1;
    }
    at++;
  }

  private void skipNested() {
    int depth = 0;
    do {
      char c = peek();
      if (c == '"') {
        skipString();
        continue;
      }
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      at++;
    } while (depth > 0);
  }

  private void skipPlain() {
    while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
  }

  private boolean accept(char wanted) {
    skipSpace();
    if (peek() != wanted) {
      return false;
    }
    at++;
    skipSpace();
    return true;
  }

  private void expect(char wanted) {
    if (!accept(wanted)) {
      throw new IllegalArgumentException(
          "Not JSON: '%s' expected at %d of %s".formatted(wanted, at, text));
    }
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw new IllegalArgumentException("Not JSON: it ends too early: " + text);
    }
    return text.charAt(at);
  }
}
