package dev.hammer.core.whitelist;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.ResourceRef;
import java.time.Instant;
import java.util.Optional;

/**
 * One accepted risk.
 *
 * @param id {@code w-} and 8 characters
 * @param check the check it is about, or {@code *}
 * @param account account id; {@code *} stands for any text
 * @param resource id, ARN or alias of the resource; {@code *} stands for any text
 * @param source where it is kept: a file with its line, or {@code store}
 * @param expires when it ends, if ever
 */
public record WhitelistEntry(
    String id,
    String check,
    String account,
    String resource,
    String reason,
    String owner,
    Optional<String> ticket,
    Instant created,
    Optional<Instant> expires,
    String source) {

  /** Where entries live that were added by command. */
  public static final String STORE = "store";

  public boolean isActive(Instant now) {
    return expires.filter(end -> !now.isBefore(end)).isEmpty();
  }

  /** Whether it names this resource for this check, whatever the date. */
  public boolean covers(String checkId, ResourceRef ref) {
    return (check.equals("*") || check.equals(checkId))
        && coversAccount(ref.account())
        && (ref.isCalled(resource) || (isPattern() && matchesAny(ref)));
  }

  /** Whether the resource is a pattern rather than a name. */
  public boolean isPattern() {
    return resource.contains("*");
  }

  public WhitelistEntry ending(Instant end) {
    return new WhitelistEntry(
        id, check, account, resource, reason, owner, ticket, created, Optional.of(end), source);
  }

  private boolean coversAccount(AccountId id) {
    return Glob.of(account).matches(id.id());
  }

  private boolean matchesAny(ResourceRef ref) {
    Glob glob = Glob.of(resource);
    return glob.matches(ref.id())
        || ref.arn().filter(glob::matches).isPresent()
        || ref.aliases().stream().anyMatch(glob::matches);
  }
}
