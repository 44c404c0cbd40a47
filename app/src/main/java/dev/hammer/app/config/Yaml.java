package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes values as YAML; what is read back is what was written. */
final class Yaml {
  private static final int WIDTH = 96;

  /** Words that need no quotes, wherever they stand and whoever reads them. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z/][A-Za-z0-9_./@+=-]*(:[A-Za-z0-9_./@+=-]+)*");

  private static final Pattern TAKEN_FOR_OTHERS =
      Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");

  private Yaml() {}

  /** A value on one line. */
  static String flow(Value value) {
    return switch (value) {
      case Value.Text(String text) -> word(text);
      case Value.Num(BigDecimal number) -> number.toPlainString();
      case Value.Flag(boolean isTrue) -> Boolean.toString(isTrue);
      case Value.Absent _ -> "null";
      case Value.Items(List<Value> items) ->
          items.stream().map(Yaml::flow).collect(Collectors.joining(", ", "[", "]"));
      case Value.Fields(List<Value.Field> fields) ->
          fields.stream()
              .map(field -> word(field.name()) + ": " + flow(field.value()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  /** A key with its value, on a line of its own or on lines below it. */
  static void write(StringBuilder out, String indent, String name, Value value) {
    String head = indent + word(name) + ":";
    String flow = flow(value);
    boolean fits = head.length() + 1 + flow.length() <= WIDTH;
    switch (value) {
      case Value.Fields(List<Value.Field> fields) when !fields.isEmpty() -> {
        out.append(head).append('\n');
        fields.forEach(field -> write(out, indent + "  ", field.name(), field.value()));
      }
      case Value.Items(List<Value> items) when !fits && !items.isEmpty() -> {
        out.append(head).append('\n');
        items.forEach(item -> out.append(indent).append("  - ").append(flow(item)).append('\n'));
      }
      default -> out.append(head).append(' ').append(flow).append('\n');
    }
  }

  /** A text, in quotes unless it can only be read as that text. */
  static String word(String text) {
    return PLAIN.matcher(text).matches() && !TAKEN_FOR_OTHERS.matcher(text).matches()
        ? text
        : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(out, c));
    return out.append('"').toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      default -> {
        if (c >= ' ' && c < 0x7f) {
          out.append((char) c);
        } else if (c < 0x100) {
          out.append("\\x%02x".formatted(c));
        } else if (Character.isLetterOrDigit(c) && c < 0x10000) {
          out.appendCodePoint(c);
        } else {
          out.append(c < 0x10000 ? "\\u%04x".formatted(c) : "\\U%08x".formatted(c));
        }
      }
    }
  }
}
