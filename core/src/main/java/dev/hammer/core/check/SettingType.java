package dev.hammer.core.check;

import dev.hammer.core.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the value of a setting is read from a configuration file, and what it may be. */
public interface SettingType<T> {
  /** For the reference: what a value looks like. */
  String form();

  /** For the reference: a value somebody could write, in YAML on one line. */
  String example();

  /**
   * Reads a value.
   *
   * @return empty if there was a problem; it was told to {@code problems}
   */
  Optional<T> read(Value value, Problems problems);

  /** The value as it would be written. */
  Value show(T value);

  /** Where problems of a value go. */
  interface Problems {
    /**
     * Tells one problem.
     *
     * @param index position in the list, or -1 for the value itself
     */
    void error(int index, String message, String remedy);
  }

  /** Whole days, at least 0; a numeric text is accepted as the predecessor did. */
  static SettingType<Integer> days() {
    return new WholeNumber("days", 0, 36_500);
  }

  /** A list of ports, each 0 to 65535, not empty, no duplicates. */
  static SettingType<List<Integer>> ports() {
    return new Ports();
  }

  /** One of the given words. */
  static SettingType<String> oneOf(List<String> words) {
    return new Word(List.copyOf(words));
  }

  /** A list of texts. */
  static SettingType<List<String>> texts() {
    return new Texts();
  }

  /** True or false. */
  static SettingType<Boolean> flag() {
    return new YesNo();
  }

  private static Optional<BigDecimal> number(Value value) {
    return switch (value) {
      case Value.Num(BigDecimal number) -> Optional.of(number);
      case Value.Text(String text) when text.strip().matches("\\d{1,9}") ->
          Optional.of(new BigDecimal(text.strip()));
      default -> Optional.empty();
    };
  }

  private static Optional<Integer> whole(Value value, int min, int max) {
    return number(value)
        .filter(n -> n.scale() <= 0)
        .filter(n -> n.compareTo(BigDecimal.valueOf(min)) >= 0)
        .filter(n -> n.compareTo(BigDecimal.valueOf(max)) <= 0)
        .map(BigDecimal::intValue);
  }

  private static String shown(Value value) {
    return switch (value) {
      case Value.Text(String text) -> "\"" + text + "\"";
      case Value.Num(BigDecimal number) -> number.toPlainString();
      case Value.Flag(boolean flag) -> Boolean.toString(flag);
      case Value.Absent _ -> "nothing";
      case Value.Items _ -> "a list";
      case Value.Fields _ -> "an object";
    };
  }

  /** A whole number within bounds. */
  record WholeNumber(String unit, int min, int max) implements SettingType<Integer> {
    @Override
    public String form() {
      return max == Integer.MAX_VALUE
          ? unit + ", " + min + " or more"
          : unit + ", " + min + " to " + max;
    }

    @Override
    public String example() {
      return Integer.toString(Math.clamp(30, min, max));
    }

    @Override
    public Optional<Integer> read(Value value, Problems problems) {
      Optional<Integer> number = whole(value, min, max);
      if (number.isEmpty()) {
        problems.error(
            -1,
            shown(value) + " is no number of " + unit,
            "write a whole number from " + min + " to " + max);
      }
      return number;
    }

    @Override
    public Value show(Integer value) {
      return Value.of(value);
    }
  }

  /** Ports. */
  record Ports() implements SettingType<List<Integer>> {
    @Override
    public String form() {
      return "list of ports, 0 to 65535";
    }

    @Override
    public String example() {
      return "[22, 3389]";
    }

    @Override
    public Optional<List<Integer>> read(Value value, Problems problems) {
      if (!(value instanceof Value.Items(List<Value> items)) || items.isEmpty()) {
        problems.error(
            -1, shown(value) + " is no list of ports", "write a list such as [22, 3389]");
        return Optional.empty();
      }
      List<Integer> ports = new ArrayList<>();
      Set<Integer> seen = new HashSet<>();
      for (int i = 0; i < items.size(); i++) {
        Optional<Integer> port = whole(items.get(i), 0, 65_535);
        if (port.isEmpty()) {
          problems.error(i, shown(items.get(i)) + " is no port (0-65535)", "correct or remove it");
        } else if (!seen.add(port.get())) {
          problems.error(i, "port " + port.get() + " is there twice", "remove one");
        } else {
          ports.add(port.get());
        }
      }
      return ports.size() == items.size() ? Optional.of(List.copyOf(ports)) : Optional.empty();
    }

    @Override
    public Value show(List<Integer> value) {
      return Value.items(value.stream().map(Value::of).toList());
    }
  }

  /** One of a few words. */
  record Word(List<String> words) implements SettingType<String> {
    @Override
    public String form() {
      return String.join(" | ", words);
    }

    @Override
    public String example() {
      return words.getLast();
    }

    @Override
    public Optional<String> read(Value value, Problems problems) {
      if (value instanceof Value.Text(String text) && words.contains(text)) {
        return Optional.of(text);
      }
      problems.error(-1, shown(value) + " is not one of " + form(), "write one of them");
      return Optional.empty();
    }

    @Override
    public Value show(String value) {
      return Value.text(value);
    }
  }

  /** Texts. */
  record Texts() implements SettingType<List<String>> {
    @Override
    public String form() {
      return "list of texts";
    }

    @Override
    public String example() {
      return "[one, another]";
    }

    @Override
    public Optional<List<String>> read(Value value, Problems problems) {
      if (!(value instanceof Value.Items(List<Value> items))) {
        problems.error(-1, shown(value) + " is no list", "write a list, also for one");
        return Optional.empty();
      }
      List<String> texts = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof Value.Text(String text) && !text.isBlank()) {
          texts.add(text);
        } else {
          problems.error(i, shown(items.get(i)) + " is no text", "quote it or remove it");
        }
      }
      return texts.size() == items.size() ? Optional.of(List.copyOf(texts)) : Optional.empty();
    }

    @Override
    public Value show(List<String> value) {
      return Value.texts(value);
    }
  }

  /** A flag. */
  record YesNo() implements SettingType<Boolean> {
    @Override
    public String form() {
      return "true | false";
    }

    @Override
    public String example() {
      return "true";
    }

    @Override
    public Optional<Boolean> read(Value value, Problems problems) {
      if (value instanceof Value.Flag(boolean flag)) {
        return Optional.of(flag);
      }
      problems.error(-1, shown(value) + " is neither true nor false", "write true or false");
      return Optional.empty();
    }

    @Override
    public Value show(Boolean value) {
      return Value.of(value);
    }
  }
}
