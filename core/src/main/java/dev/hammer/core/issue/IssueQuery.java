package dev.hammer.core.issue;

import dev.hammer.core.check.Severity;
import dev.hammer.core.resource.AccountId;
import java.util.Set;

/**
 * What a store can narrow down by index; the filter does the rest. An empty set means any.
 *
 * @param resource id, ARN or alias of the resource, exactly; empty for any
 */
public record IssueQuery(
    Set<Status> statuses,
    Set<Severity> severities,
    Set<String> checks,
    Set<AccountId> accounts,
    String resource) {
  public static final IssueQuery ALL = new IssueQuery(Set.of(), Set.of(), Set.of(), Set.of(), "");

  public IssueQuery {
    statuses = Set.copyOf(statuses);
    severities = Set.copyOf(severities);
    checks = Set.copyOf(checks);
    accounts = Set.copyOf(accounts);
  }

  public IssueQuery withStatuses(Set<Status> any) {
    return new IssueQuery(any, severities, checks, accounts, resource);
  }

  public IssueQuery withSeverities(Set<Severity> any) {
    return new IssueQuery(statuses, any, checks, accounts, resource);
  }

  public IssueQuery withChecks(Set<String> any) {
    return new IssueQuery(statuses, severities, any, accounts, resource);
  }

  public IssueQuery withAccounts(Set<AccountId> any) {
    return new IssueQuery(statuses, severities, checks, any, resource);
  }

  public IssueQuery withResource(String exactly) {
    return new IssueQuery(statuses, severities, checks, accounts, exactly);
  }
}
