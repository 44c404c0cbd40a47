package dev.hammer.app.accounts;

import dev.hammer.app.scan.LeftOut;
import dev.hammer.app.scan.Roster;
import java.util.List;

/**
 * The accounts that were asked for.
 *
 * @param roster the whole configured scope
 * @param rows those in scope; none if those out of it were asked for
 * @param missing accounts of the organization that are not in scope, if they were asked for
 */
public record AccountListing(Roster roster, List<AccountRow> rows, List<LeftOut> missing) {
  public AccountListing {
    rows = List.copyOf(rows);
    missing = List.copyOf(missing);
  }

  /** Whether an account cannot be entered, or nobody knows which accounts there are. */
  public boolean isIncomplete() {
    return !roster.isWhole() || rows.stream().anyMatch(row -> !row.readiness().isReady());
  }
}
