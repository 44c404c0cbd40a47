package dev.hammer.cli.show;

import dev.hammer.cli.terminal.Visible;
import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The grants of an ACL, those to strangers marked among the others. */
final class GrantRows {
  private static final String OPEN = "public_acls";

  private GrantRows() {}

  static Optional<ProofRows> of(Value.Fields details, Value.Fields evidence) {
    Optional<List<Value.Fields>> grants = ProofRows.rows(evidence, "acl");
    if (grants.isEmpty()
        || !(details.get(OPEN).orElse(Value.absent()) instanceof Value.Fields open)) {
      return Optional.empty();
    }
    List<ProofRow> rows = new ArrayList<>();
    for (Value.Fields grant : grants.get()) {
      String grantee = grant.text("grantee").orElse("");
      String group = grantee.substring(grantee.lastIndexOf('/') + 1);
      boolean offends = grantee.contains("/global/") && open.get(group).isPresent();
      String permission = grant.text("permission").map(Visible::of).orElse("-");
      rows.add(new ProofRow(offends, List.of(permission, Visible.of(grantee))));
    }
    return Optional.of(new ProofRows(rows, DetailRows.of(details, Set.of(OPEN))));
  }
}
