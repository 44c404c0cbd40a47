package dev.hammer.cli.show;

import dev.hammer.cli.terminal.Visible;
import dev.hammer.core.value.Value;
import java.util.List;
import java.util.stream.Collectors;

/** Values as people read them, on one line. */
final class PlainText {
  private PlainText() {}

  /** The value in words; every text of it is made visible. */
  static String of(Value value) {
    return switch (value) {
      case Value.Text(String text) -> Visible.of(text);
      case Value.Num num -> num.number().toPlainString();
      case Value.Flag(boolean isTrue) -> isTrue ? "yes" : "no";
      case Value.Absent _ -> "-";
      case Value.Items(List<Value> items) ->
          items.isEmpty()
              ? "none"
              : items.stream().map(PlainText::of).collect(Collectors.joining(", "));
      case Value.Fields(List<Value.Field> fields) ->
          fields.stream()
              .filter(field -> !isEmpty(field.value()))
              .map(field -> name(field.name()) + " " + of(field.value()))
              .collect(Collectors.joining("; "));
    };
  }

  /** A field's name as words. */
  static String name(String key) {
    return Visible.of(key.replace('_', ' '));
  }

  /** Whether there is nothing in it. */
  static boolean isEmpty(Value value) {
    return switch (value) {
      case Value.Absent _ -> true;
      case Value.Text(String text) -> text.isEmpty();
      case Value.Items(List<Value> items) -> items.isEmpty();
      case Value.Fields(List<Value.Field> fields) -> fields.isEmpty();
      case Value.Num _, Value.Flag _ -> false;
    };
  }
}
