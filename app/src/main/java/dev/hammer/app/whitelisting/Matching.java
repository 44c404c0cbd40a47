package dev.hammer.app.whitelisting;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.IssueStore;
import dev.hammer.core.issue.Status;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.whitelist.AccountScope;
import dev.hammer.core.whitelist.Units;
import dev.hammer.core.whitelist.WhitelistScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the stored issues that a scope is about. */
record Matching(IssueStore store, Units units) {
  private static final Set<Status> LIVE = Set.of(Status.OPEN, Status.WHITELISTED);

  /** Open and whitelisted issues. */
  Matches live(WhitelistScope scope) {
    return of(scope, LIVE);
  }

  /** Issues of any status. */
  Matches all(WhitelistScope scope) {
    return of(scope, Set.of());
  }

  private Matches of(WhitelistScope scope, Set<Status> statuses) {
    List<Issue> surely = new ArrayList<>();
    List<Issue> untold = new ArrayList<>();
    store.query(
        narrow(scope).withStatuses(statuses),
        issue -> {
          switch (scope.covers(issue.risk(), units)) {
            case YES -> surely.add(issue);
            case UNKNOWN -> untold.add(issue);
            case NO -> {}
          }
        });
    return new Matches(surely, untold);
  }

  /** What an index can find: everything in scope, and perhaps more. */
  private static IssueQuery narrow(WhitelistScope scope) {
    IssueQuery query = IssueQuery.ALL;
    if (!scope.isForChecks()) {
      query = query.withChecks(Set.of(scope.check()));
    }
    if (scope.accounts() instanceof AccountScope.Ids(String id) && AccountId.isValid(id)) {
      query = query.withAccounts(Set.of(AccountId.of(id)));
    }
    return scope.resource().contains("*") ? query : query.withResource(scope.resource());
  }
}
