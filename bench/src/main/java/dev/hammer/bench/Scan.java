package dev.hammer.bench;

import dev.hammer.core.value.Value;
import dev.hammer.demo.estate.Expected;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** One finished scan: its report, and what it took. */
record Scan(Value.Fields report, Usage usage) {

  /** Everything it found, in a store that was new. */
  SortedSet<Expected> found() {
    SortedSet<Expected> found = new TreeSet<>();
    items("items").forEach(item -> found.add(expected(item)));
    return found;
  }

  /** Whether it could read all it wanted to. */
  boolean isWhole() {
    return items("not_covered").isEmpty();
  }

  /** What it could not read, in words. */
  List<String> gaps() {
    return items("not_covered").stream()
        .filter(Value.Fields.class::isInstance)
        .map(Value.Fields.class::cast)
        .map(
            gap ->
                String.join(
                    " ",
                    gap.text("region").orElse("-"),
                    gap.text("action").orElse("-"),
                    gap.text("detail").orElse("-")))
        .toList();
  }

  private List<Value> items(String name) {
    return report.get(name).orElseThrow() instanceof Value.Items(List<Value> items)
        ? items
        : List.of();
  }

  private static Expected expected(Value item) {
    if (!(item instanceof Value.Fields fields)) {
      throw new IllegalArgumentException("no issue: " + item);
    }
    return new Expected(
        fields.text("check").orElseThrow(),
        fields.text("account_id").orElseThrow(),
        fields.text("region"),
        fields.text("issue_id").orElseThrow());
  }
}
