package dev.hammer.cli.issues;

import dev.hammer.app.issues.Books;
import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Issue;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Groups issues by a column as they pass; of each group only counts are kept. */
public final class IssueGroups {
  private static final Comparator<IssueGroup> ORDER =
      Comparator.comparing(IssueGroup::worst)
          .thenComparingLong(IssueGroup::issues)
          .reversed()
          .thenComparing(IssueGroup::name);

  private final IssueColumn by;
  private final Books books;
  private final Map<String, Growing> groups = new TreeMap<>();

  public IssueGroups(IssueColumn by, Books books) {
    this.by = by;
    this.books = books;
  }

  /** A group that is not whole yet. */
  private static final class Growing {
    private final Map<Severity, Long> severities = new EnumMap<>(Severity.class);
    private long issues;
    private Instant oldest = Instant.MAX;

    void add(Issue issue) {
      Instant found = issue.timestamps().found().orElse(Instant.MAX);
      issues++;
      severities.merge(issue.finding().severity(), 1L, Long::sum);
      oldest = found.isBefore(oldest) ? found : oldest;
    }
  }

  /** Counts one more. */
  public void add(Issue issue) {
    groups.computeIfAbsent(by.text(issue, books), _ -> new Growing()).add(issue);
  }

  /** The group with the worst issues first, then by number and name. */
  public List<IssueGroup> sorted() {
    return groups.entrySet().stream().map(IssueGroups::group).sorted(ORDER).toList();
  }

  private static IssueGroup group(Map.Entry<String, Growing> entry) {
    Growing group = entry.getValue();
    Optional<Instant> oldest = Optional.of(group.oldest).filter(at -> !at.equals(Instant.MAX));
    return new IssueGroup(entry.getKey(), group.issues, group.severities, oldest);
  }
}
