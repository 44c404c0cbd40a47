package dev.hammer.core.issue;

import dev.hammer.core.check.Severity;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.util.Set;

/**
 * What a store can narrow down by index; the filter does the rest. An empty set means any.
 *
 * @param regions where the resource is, which is not always where it was found
 * @param resource id, ARN or alias of the resource, exactly; empty for any
 */
public record IssueQuery(
    Set<Status> statuses,
    Set<Severity> severities,
    Set<String> checks,
    Set<AccountId> accounts,
    Set<Region> regions,
    String resource) {
  public static final IssueQuery ALL =
      new IssueQuery(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), "");

  public IssueQuery {
    statuses = Set.copyOf(statuses);
    severities = Set.copyOf(severities);
    checks = Set.copyOf(checks);
    accounts = Set.copyOf(accounts);
    regions = Set.copyOf(regions);
  }

  public IssueQuery withStatuses(Set<Status> any) {
    return new IssueQuery(any, severities, checks, accounts, regions, resource);
  }

  public IssueQuery withSeverities(Set<Severity> any) {
    return new IssueQuery(statuses, any, checks, accounts, regions, resource);
  }

  public IssueQuery withChecks(Set<String> any) {
    return new IssueQuery(statuses, severities, any, accounts, regions, resource);
  }

  public IssueQuery withAccounts(Set<AccountId> any) {
    return new IssueQuery(statuses, severities, checks, any, regions, resource);
  }

  public IssueQuery withRegions(Set<Region> any) {
    return new IssueQuery(statuses, severities, checks, accounts, any, resource);
  }

  public IssueQuery withResource(String exactly) {
    return new IssueQuery(statuses, severities, checks, accounts, regions, exactly);
  }

  /** Whether the issue is one of those asked for. */
  public boolean selects(Issue issue) {
    return isAny(statuses, issue.status())
        && isAny(severities, issue.finding().severity())
        && isAny(checks, issue.key().check())
        && isAny(accounts, issue.key().account())
        && isAny(regions, issue.resource().region())
        && (resource.isEmpty() || issue.resource().isCalled(resource));
  }

  private static <T> boolean isAny(Set<T> wanted, T value) {
    return wanted.isEmpty() || wanted.contains(value);
  }
}
