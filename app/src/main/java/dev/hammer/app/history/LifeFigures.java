package dev.hammer.app.history;

import dev.hammer.app.issues.Books;
import dev.hammer.core.check.Severity;
import dev.hammer.core.filter.Filter;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.IssueStore;
import dev.hammer.core.issue.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * How long faults live: of the open issues, how old they are; of those resolved since a moment, how
 * long it took. Both count from when the issue was found in its present life.
 *
 * @param since from when on resolved issues count
 * @param bySeverity the worst first
 */
public record LifeFigures(
    Instant since,
    LifeFigure all,
    SortedMap<Severity, LifeFigure> bySeverity,
    SortedMap<String, LifeFigure> byCheck) {

  /** Counts the issues that a subject selects. */
  public static LifeFigures of(IssueStore store, Books books, Subject subject, Instant since) {
    Spans all = new Spans();
    SortedMap<Severity, Spans> severities = new TreeMap<>(Comparator.reverseOrder());
    SortedMap<String, Spans> checks = new TreeMap<>();
    Predicate<Issue> wanted =
        switch (subject) {
          case Subject.Everything() -> _ -> true;
          case Subject.One(Issue issue) -> one -> one.key().equals(issue.key());
          case Subject.Some(Filter filter, var _) -> books.selecting(filter);
        };
    IssueQuery query =
        subject instanceof Subject.Some(Filter filter, var _) ? filter.narrow() : IssueQuery.ALL;
    store.query(
        query,
        issue -> {
          if (wanted.test(issue)) {
            Severity severity = issue.finding().severity();
            all.add(issue, since, books.now());
            severities.computeIfAbsent(severity, _ -> new Spans()).add(issue, since, books.now());
            checks
                .computeIfAbsent(issue.key().check(), _ -> new Spans())
                .add(issue, since, books.now());
          }
        });
    return new LifeFigures(since, all.figure(), figures(severities), figures(checks));
  }

  private static <K> SortedMap<K, LifeFigure> figures(SortedMap<K, Spans> spans) {
    SortedMap<K, LifeFigure> figures = new TreeMap<>(spans.comparator());
    spans.forEach(
        (key, value) -> {
          if (!value.figure().isEmpty()) {
            figures.put(key, value.figure());
          }
        });
    return Collections.unmodifiableSortedMap(figures);
  }

  /** Spans of time in seconds, so that a million of them are a few megabytes. */
  private static final class Spans {
    private final Seconds ages = new Seconds();
    private final Seconds times = new Seconds();

    void add(Issue issue, Instant since, Instant now) {
      issue.timestamps().found().ifPresent(found -> add(issue, found, since, now));
    }

    private void add(Issue issue, Instant found, Instant since, Instant now) {
      if (issue.status() == Status.OPEN) {
        ages.add(Duration.between(found, now));
      }
      issue
          .timestamps()
          .resolved()
          .filter(at -> !issue.status().isLive() && !at.isBefore(since))
          .ifPresent(at -> times.add(Duration.between(found, at)));
    }

    LifeFigure figure() {
      return new LifeFigure(ages.count(), ages.median(), times.count(), times.median());
    }
  }

  /** A growing list of numbers without boxes. */
  private static final class Seconds {
    private long[] values = new long[16];
    private int count;

    void add(Duration span) {
      if (count == values.length) {
        values = Arrays.copyOf(values, 2 * count);
      }
      values[count] = Math.max(0, span.toSeconds());
      count++;
    }

    int count() {
      return count;
    }

    /** The middle one; of an even number, the mean of the two in the middle. */
    Optional<Duration> median() {
      if (count == 0) {
        return Optional.empty();
      }
      long[] sorted = Arrays.copyOf(values, count);
      Arrays.sort(sorted);
      long low = sorted[(count - 1) / 2];
      long high = sorted[count / 2];
      return Optional.of(Duration.ofSeconds(low + (high - low) / 2));
    }
  }
}
