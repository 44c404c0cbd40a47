package dev.hammer.cli.issues;

import dev.hammer.app.issues.Books;
import dev.hammer.core.issue.Issue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** In which order issues are listed. */
public final class IssueOrder {
  /** The keys to order by; a leading {@code -} turns one round. */
  public static final List<String> KEYS =
      List.of("severity", "age", "changed", "check", "account", "region", "resource", "ref");

  private IssueOrder() {}

  /** The order by one key: the worst, the oldest, else by name; ties by key of the issue. */
  public static Optional<Comparator<Issue>> by(String key, Books books) {
    if (key.equals("-age")) {
      return Optional.of(Comparator.comparing(IssueOrder::found, IssueOrder::latestFirst));
    }
    return key.startsWith("-")
        ? straight(key.substring(1), books).map(Comparator::reversed)
        : straight(key, books);
  }

  private static Optional<Comparator<Issue>> straight(String key, Books books) {
    return switch (key) {
      case "severity" ->
          Optional.of(Comparator.comparing((Issue i) -> i.finding().severity()).reversed());
      case "age" -> Optional.of(Comparator.comparing(IssueOrder::found, IssueOrder::oldestFirst));
      case "changed" ->
          Optional.of(Comparator.comparing((Issue i) -> i.timestamps().updated()).reversed());
      case "check" -> Optional.of(Comparator.comparing(i -> i.key().check()));
      case "account" -> Optional.of(Comparator.comparing(i -> accountOf(i, books)));
      case "region" -> Optional.of(Comparator.comparing(i -> i.resource().region()));
      case "resource" -> Optional.of(Comparator.comparing(i -> i.resource().id()));
      case "ref" -> Optional.of(Comparator.comparing(Issue::ref));
      default -> Optional.empty();
    };
  }

  private static Optional<Instant> found(Issue issue) {
    return issue.timestamps().found();
  }

  /** What nobody knows comes last, whichever way round. */
  private static int oldestFirst(Optional<Instant> one, Optional<Instant> other) {
    return one.orElse(Instant.MAX).compareTo(other.orElse(Instant.MAX));
  }

  private static int latestFirst(Optional<Instant> one, Optional<Instant> other) {
    return other.orElse(Instant.MIN).compareTo(one.orElse(Instant.MIN));
  }

  private static String accountOf(Issue issue, Books books) {
    return books.accountName(issue.key().account()) + issue.key().account().id();
  }
}
