package dev.hammer.app.accounts;

import dev.hammer.app.config.Configuration;
import dev.hammer.app.issues.Books;
import dev.hammer.app.scan.Accounts;
import dev.hammer.app.scan.LeftOut;
import dev.hammer.app.scan.Readiness;
import dev.hammer.app.scan.Roster;
import dev.hammer.app.scan.Target;
import dev.hammer.aws.CallerIdentity;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.scan.Coverage;
import dev.hammer.core.scan.SliceOutcome;
import dev.hammer.core.scan.SliceState;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists accounts. What is stored is looked up; whether an account can be read is tried. */
public final class AccountDesk {
  private final Configuration configuration;
  private final Accounts accounts;
  private final Books books;
  private final Map<AccountId, List<SliceState>> slices;

  /** Prepares to list. */
  public AccountDesk(Configuration configuration, Accounts accounts, Books books) {
    this.configuration = configuration;
    this.accounts = accounts;
    this.books = books;
    this.slices =
        books.slices().stream().collect(Collectors.groupingBy(state -> state.slice().account()));
  }

  /**
   * The accounts asked for.
   *
   * @throws dev.hammer.app.CommandFailure if one asked for is not there, or if those out of scope
   *     are asked for and the organization cannot be read
   */
  public AccountListing list(AccountQuestion asked, CallerIdentity identity) {
    if (asked.missing()) {
      Roster roster = accounts.completeRoster(identity);
      return new AccountListing(roster, List.of(), missing(roster, asked, identity));
    }
    Roster roster = accounts.roster(identity);
    List<Target> targets =
        accounts.chosen(roster, asked.accounts(), asked.notAccounts(), identity).stream()
            .filter(target -> isWanted(target, asked))
            .toList();
    Map<AccountId, Readiness> ready = new HashMap<>();
    accounts.tryAll(targets, identity).forEach(one -> ready.put(one.target().account(), one));
    return new AccountListing(
        roster,
        targets.stream()
            .flatMap(target -> row(target, Optional.ofNullable(ready.get(target.account()))))
            .toList(),
        List.of());
  }

  private List<LeftOut> missing(Roster roster, AccountQuestion asked, CallerIdentity identity) {
    if (asked.accounts().isEmpty() && asked.notAccounts().isEmpty()) {
      return roster.leftOut();
    }
    Roster all =
        Roster.of(
            roster.leftOut().stream()
                .map(one -> new Target(one.account(), one.name(), false))
                .toList());
    Set<AccountId> chosen =
        accounts.chosen(all, asked.accounts(), asked.notAccounts(), identity).stream()
            .map(Target::account)
            .collect(Collectors.toSet());
    return roster.leftOut().stream().filter(one -> chosen.contains(one.account())).toList();
  }

  private Stream<AccountRow> row(Target target, Optional<Readiness> readiness) {
    return readiness.stream()
        .map(
            tried ->
                new AccountRow(
                    target,
                    target.role(configuration.aws()),
                    tried,
                    Coverage.of(slices(target)),
                    lastRead(target)));
  }

  private boolean isWanted(Target target, AccountQuestion asked) {
    return asked.stale().isEmpty()
        || slices(target).stream().anyMatch(state -> !isRead(state))
        || lastRead(target)
            .filter(at -> !at.isBefore(books.now().minus(asked.stale().get())))
            .isEmpty();
  }

  private Optional<Instant> lastRead(Target target) {
    return slices(target).stream()
        .filter(AccountDesk::isRead)
        .flatMap(state -> state.began().stream())
        .min(Comparator.naturalOrder());
  }

  private List<SliceState> slices(Target target) {
    return slices.getOrDefault(target.account(), List.of());
  }

  private static boolean isRead(SliceState state) {
    return state.outcome() == SliceOutcome.COMPLETE || state.outcome() == SliceOutcome.PARTIAL;
  }
}
