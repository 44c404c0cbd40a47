package dev.hammer.checks.rds;

import dev.hammer.core.value.Value;
import java.util.List;

/**
 * Who may restore a snapshot beside its owner.
 *
 * @param isPublic every AWS account may
 * @param accounts those that may by name, sorted
 */
record Restorers(boolean isPublic, List<String> accounts) {
  private static final String EVERYBODY = "all";

  Restorers {
    accounts = accounts.stream().distinct().sorted().toList();
  }

  /** From the values of the attribute {@code restore}. */
  static Restorers of(List<String> values) {
    return new Restorers(
        values.contains(EVERYBODY), values.stream().filter(it -> !it.equals(EVERYBODY)).toList());
  }

  Value toValue() {
    return Value.fields().put("public", isPublic).put("accounts", Value.texts(accounts)).build();
  }
}
