package dev.hammer.app.whitelisting;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.Status;
import java.util.List;

/**
 * The stored issues that a scope is about.
 *
 * @param surely those it matches
 * @param untold those of which it cannot be told: units of the organization, or tags, are not known
 */
public record Matches(List<Issue> surely, List<Issue> untold) {
  public Matches {
    surely = List.copyOf(surely);
    untold = List.copyOf(untold);
  }

  /** Those that it matches and that have one of these statuses. */
  public List<Issue> surely(Status... statuses) {
    List<Status> any = List.of(statuses);
    return surely.stream().filter(issue -> any.contains(issue.status())).toList();
  }

  /** Those it matches, as far as they are open. */
  public List<Issue> open() {
    return surely(Status.OPEN);
  }
}
