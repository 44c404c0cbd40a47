package dev.hammer.app.accounts;

import dev.hammer.app.scan.Readiness;
import dev.hammer.app.scan.Target;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.scan.Coverage;
import java.time.Instant;
import java.util.Optional;

/**
 * An account in scope.
 *
 * @param role name of the role it is entered by; absent for the own account
 * @param readiness whether it can be entered, as just tried
 * @param coverage of the last looks at it
 * @param lastRead the oldest of the looks that its coverage rests on; absent if it was never read
 */
public record AccountRow(
    Target target,
    Optional<String> role,
    Readiness readiness,
    Coverage coverage,
    Optional<Instant> lastRead) {
  public AccountId account() {
    return target.account();
  }
}
