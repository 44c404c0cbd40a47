package dev.hammer.cli.issues;

import dev.hammer.core.issue.Issue;
import java.util.Map;
import java.util.Optional;

/** Whose resource it is, as far as its tags tell. */
public final class IssueOwner {
  private static final String TAG = "owner";

  private IssueOwner() {}

  /** The value of the tag {@code owner}, whatever its case; the exact one goes first. */
  public static Optional<String> of(Issue issue) {
    return issue
        .tags()
        .get(TAG)
        .or(
            () ->
                issue.tags().values().entrySet().stream()
                    .filter(tag -> tag.getKey().equalsIgnoreCase(TAG))
                    .map(Map.Entry::getValue)
                    .findFirst())
        .filter(owner -> !owner.isBlank());
  }
}
