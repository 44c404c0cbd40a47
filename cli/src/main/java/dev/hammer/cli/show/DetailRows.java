package dev.hammer.cli.show;

import dev.hammer.cli.terminal.Visible;
import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The details of an issue, whatever its check: a row for each that says something. */
final class DetailRows {
  /** Shown elsewhere on the screen. */
  private static final Set<String> ELSEWHERE = Set.of("tags", "region", "name", "policy");

  private static final int LONGEST = 80;

  private DetailRows() {}

  /** The details but those shown already; what is absent proves something, too. */
  static List<ProofRow> of(Value.Fields details, Set<String> shown) {
    List<ProofRow> rows = new ArrayList<>();
    for (Value.Field field : details.fields()) {
      if (!ELSEWHERE.contains(field.name()) && !shown.contains(field.name())) {
        rows.addAll(rows(field));
      }
    }
    return rows;
  }

  /** All details, and the short facts of the evidence beside them. */
  static List<ProofRow> of(Value.Fields details, Value.Fields evidence) {
    List<ProofRow> rows = new ArrayList<>(of(details, Set.of()));
    for (Value.Field field : evidence.fields()) {
      boolean told = ELSEWHERE.contains(field.name()) || details.get(field.name()).isPresent();
      if (!told && isShort(field.value())) {
        rows.addAll(rows(field));
      }
    }
    return rows;
  }

  private static boolean isShort(Value value) {
    return switch (value) {
      case Value.Text(String text) -> !text.isEmpty() && text.length() <= LONGEST;
      case Value.Num _, Value.Flag _ -> true;
      case Value.Items _, Value.Fields _, Value.Absent _ -> false;
    };
  }

  /** A list of things is a row for each of them. */
  private static List<ProofRow> rows(Value.Field field) {
    String name = PlainText.name(field.name());
    if (field.value() instanceof Value.Items(List<Value> items)
        && !items.isEmpty()
        && items.stream().allMatch(Value.Fields.class::isInstance)) {
      List<ProofRow> rows = new ArrayList<>();
      for (Value item : items) {
        rows.add(row(rows.isEmpty() ? name : "", PlainText.of(item)));
      }
      return rows;
    }
    if (field.value() instanceof Value.Text(String text) && text.contains("\n")) {
      List<ProofRow> rows = new ArrayList<>();
      text.lines().forEach(line -> rows.add(row(rows.isEmpty() ? name : "", Visible.of(line))));
      return rows;
    }
    return List.of(row(name, PlainText.of(field.value())));
  }

  private static ProofRow row(String name, String text) {
    return new ProofRow(false, List.of(name, text));
  }
}
