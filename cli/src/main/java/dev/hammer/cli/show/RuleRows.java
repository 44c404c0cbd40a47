package dev.hammer.cli.show;

import dev.hammer.cli.terminal.Visible;
import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of a security group, those that let strangers in marked among the others. */
final class RuleRows {
  private static final String RULES = "rules";
  private static final String OPEN = "perms";

  private RuleRows() {}

  static Optional<ProofRows> of(Value.Fields details, Value.Fields evidence) {
    Optional<List<Value.Fields>> open = ProofRows.rows(details, OPEN);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    List<Value.Fields> rules = ProofRows.rows(evidence, RULES).orElse(open.get());
    List<ProofRow> rows = new ArrayList<>();
    for (Value.Fields rule : rules) {
      rows.add(row(rule, open.get().stream().anyMatch(it -> isSame(it, rule))));
    }
    return Optional.of(new ProofRows(rows, DetailRows.of(details, Set.of(OPEN, "status"))));
  }

  private static ProofRow row(Value.Fields rule, boolean offends) {
    String description =
        rule.text("description")
            .filter(text -> !text.isEmpty())
            .map(text -> "\"" + Visible.of(text) + "\"")
            .orElse("");
    return new ProofRow(offends, List.of(door(rule), source(rule), description));
  }

  private static boolean isSame(Value.Fields open, Value.Fields rule) {
    return isEqual(open, rule, "protocol")
        && isEqual(open, rule, "from_port")
        && isEqual(open, rule, "to_port")
        && (open.text("prefix_list_id").isPresent()
            ? isEqual(open, rule, "prefix_list_id")
            : isEqual(open, rule, "cidr"));
  }

  private static boolean isEqual(Value.Fields a, Value.Fields b, String name) {
    return a.get(name).equals(b.get(name));
  }

  private static String door(Value.Fields rule) {
    String protocol = rule.text("protocol").orElse("-1");
    if (protocol.equals("-1")) {
      return "all traffic";
    }
    String from = port(rule, "from_port");
    String to = port(rule, "to_port");
    String ports = from.equals(to) ? from : from + "-" + to;
    return Visible.of(protocol) + (from.equals("-") && to.equals("-") ? " all" : " " + ports);
  }

  private static String port(Value.Fields rule, String name) {
    return rule.get(name).map(PlainText::of).orElse("-");
  }

  private static String source(Value.Fields rule) {
    return rule.text("cidr")
        .or(() -> rule.text("prefix_list_id"))
        .or(() -> rule.text("group_id"))
        .map(Visible::of)
        .orElse("-");
  }
}
