package dev.hammer.app.whitelisting;

import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.core.whitelist.WhitelistScope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes entries of what people ask to accept, and proves them; nothing is kept yet. */
public final class WhitelistDrafts {
  private final Scopes scopes;
  private final InstantSource clock;
  private final Supplier<String> ids;

  public WhitelistDrafts(Scopes scopes, InstantSource clock, Supplier<String> ids) {
    this.scopes = scopes;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * The entries that were asked for: one, unless a filter selects several issues.
   *
   * @throws dev.hammer.app.CommandFailure if something asked for makes no sense
   */
  public List<WhitelistEntry> drafts(WhitelistRequest request, Acceptance acceptance) {
    Instant now = clock.instant();
    Optional<Instant> end = Ending.of("--expires", acceptance.expires(), now);
    String reason = Said.in("--reason", acceptance.reason());
    String owner = Said.in("--owner", acceptance.owner());
    Optional<String> ticket = acceptance.ticket().map(key -> Said.in("--ticket", key));
    return scopes.asked(request).stream()
        .map(scope -> entry(scope, reason, owner, ticket, now, end))
        .toList();
  }

  private WhitelistEntry entry(
      WhitelistScope scope,
      String reason,
      String owner,
      Optional<String> ticket,
      Instant now,
      Optional<Instant> end) {
    return new WhitelistEntry(
        "w-" + ids.get(), scope, reason, owner, ticket, now, end, WhitelistEntry.STORE);
  }
}
