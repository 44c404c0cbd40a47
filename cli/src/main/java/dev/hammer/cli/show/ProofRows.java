package dev.hammer.cli.show;

import dev.hammer.core.issue.Finding;
import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of a proof is shown: rows of its own for rules, grants and statements, else the details. */
final class ProofRows {
  private ProofRows() {}

  /** The rows, offenders and their neighbours, then what else the check tells. */
  static List<ProofRow> of(Finding finding, Value.Fields evidence) {
    Value.Fields details = finding.details();
    return RuleRows.of(details, evidence)
        .or(() -> GrantRows.of(details, evidence))
        .or(() -> StatementRows.of(details))
        .orElseGet(() -> DetailRows.of(details, Set.of()));
  }

  /** The items of a field that are fields themselves. */
  static Optional<List<Value.Fields>> rows(Value.Fields fields, String name) {
    return fields
        .get(name)
        .flatMap(
            value ->
                value instanceof Value.Items(List<Value> items) && !items.isEmpty()
                    ? Optional.of(
                        items.stream()
                            .filter(Value.Fields.class::isInstance)
                            .map(Value.Fields.class::cast)
                            .toList())
                    : Optional.empty());
  }
}
