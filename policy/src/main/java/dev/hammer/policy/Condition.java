package dev.hammer.policy;

import java.util.List;
import java.util.Locale;

/** One test of a statement: an operator, a key, and values of which one must match. */
public record Condition(String operator, String key, List<String> values) {

  public Condition {
    values = List.copyOf(values);
  }

  /** Keys are the same in any case. */
  String lowerKey() {
    return key.toLowerCase(Locale.ROOT);
  }

  Operator parsedOperator() {
    return Operator.parse(operator);
  }
}
