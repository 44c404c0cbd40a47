package dev.hammer.cli.show;

import dev.hammer.core.issue.Finding;
import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What of a proof is shown.
 *
 * @param rows rules, grants or statements, the offenders marked
 * @param rest the other details of the issue
 */
record ProofRows(List<ProofRow> rows, List<ProofRow> rest) {

  /** Offenders among their neighbours, if the check has such; then what else it tells. */
  static List<ProofLayout.Line> of(Finding finding, Value.Fields evidence, int width) {
    Value.Fields details = finding.details();
    return RuleRows.of(details, evidence)
        .or(() -> GrantRows.of(details, evidence))
        .or(() -> StatementRows.of(details))
        .orElseGet(() -> new ProofRows(List.of(), DetailRows.of(details, evidence)))
        .lines(width);
  }

  private List<ProofLayout.Line> lines(int width) {
    List<ProofLayout.Line> lines = new ArrayList<>(new ProofLayout(rows, width).lines());
    lines.addAll(new ProofLayout(rest, width).lines());
    return lines;
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
