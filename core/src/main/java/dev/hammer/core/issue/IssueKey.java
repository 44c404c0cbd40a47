package dev.hammer.core.issue;

import dev.hammer.core.resource.AccountId;
import java.util.Comparator;

/** What makes an issue this issue: check, account and the resource's id. */
public record IssueKey(String check, AccountId account, String issueId)
    implements Comparable<IssueKey> {
  private static final Comparator<IssueKey> ORDER =
      Comparator.comparing(IssueKey::check)
          .thenComparing(IssueKey::account)
          .thenComparing(IssueKey::issueId);

  public Ref ref() {
    return Ref.of(this);
  }

  @Override
  public int compareTo(IssueKey other) {
    return ORDER.compare(this, other);
  }

  /** The long form that commands accept. */
  @Override
  public String toString() {
    return check + "/" + account + "/" + issueId;
  }
}
