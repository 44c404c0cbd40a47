package dev.hammer.cli.show;

import dev.hammer.cli.terminal.Visible;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonException;
import dev.hammer.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The statements of a policy, those that let strangers in marked among the others. */
final class StatementRows {
  private static final String OPEN = "public_statements";
  private static final int LONGEST = 3;

  private StatementRows() {}

  static Optional<ProofRows> of(Value.Fields details) {
    Optional<List<Value.Fields>> open = ProofRows.rows(details, OPEN);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    TreeMap<String, String> why = new TreeMap<>();
    for (Value.Fields statement : open.get()) {
      why.put(
          statement.get("index").map(PlainText::of).orElse(""),
          statement.text("why").map(Visible::of).orElse(""));
    }
    List<Value.Fields> all = statements(details.text("policy").orElse(""));
    List<ProofRow> rows = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      String reason = why.get(String.valueOf(i));
      rows.add(row(i, all.get(i), reason != null, reason == null ? "" : reason));
    }
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ProofRows(rows, DetailRows.of(details, Set.of(OPEN, "narrowed_by_deny"))));
  }

  private static ProofRow row(int index, Value.Fields statement, boolean offends, String why) {
    String name =
        text(statement, "sid").isEmpty()
            ? "statement " + index
            : "\"" + text(statement, "sid") + "\"";
    String resources = either(statement, "resource", "notresource") + conditions(statement);
    return new ProofRow(
        offends,
        List.of(
            name,
            text(statement, "effect"),
            either(statement, "principal", "notprincipal"),
            either(statement, "action", "notaction"),
            resources),
        why);
  }

  private static String either(Value.Fields statement, String plain, String negated) {
    String text = text(statement, plain);
    return text.isEmpty() ? "all but " + text(statement, negated) : text;
  }

  private static String conditions(Value.Fields statement) {
    String text = text(statement, "condition");
    return text.isEmpty() ? "" : " if " + text;
  }

  /** The value of a key in any case; a long list is cut. */
  private static String text(Value.Fields statement, String key) {
    return statement.fields().stream()
        .filter(field -> field.name().equalsIgnoreCase(key))
        .findFirst()
        .map(field -> some(field.value()))
        .orElse("");
  }

  private static String some(Value value) {
    return switch (value) {
      case Value.Items(List<Value> items) -> {
        String first =
            items.stream()
                .limit(LONGEST)
                .map(StatementRows::some)
                .collect(Collectors.joining(", "));
        int more = items.size() - LONGEST;
        yield more > 0 ? first + " and " + more + " more" : first;
      }
      case Value.Fields(List<Value.Field> fields) ->
          fields.stream()
              .map(field -> Visible.of(field.name()) + " " + some(field.value()))
              .collect(Collectors.joining(", "));
      case Value.Text _, Value.Num _, Value.Flag _, Value.Absent _ -> PlainText.of(value);
    };
  }

  /** A text that cannot be read has no statements to show; the details have it all. */
  private static List<Value.Fields> statements(String policy) {
    try {
      return JsonText.parse(policy) instanceof Value.Fields document
          ? document.fields().stream()
              .filter(field -> field.name().equalsIgnoreCase("statement"))
              .flatMap(field -> items(field.value()).stream())
              .filter(Value.Fields.class::isInstance)
              .map(Value.Fields.class::cast)
              .toList()
          : List.of();
    } catch (JsonException unreadable) {
      return List.of();
    }
  }

  private static List<Value> items(Value value) {
    return value instanceof Value.Items(List<Value> items) ? items : List.of(value);
  }
}
