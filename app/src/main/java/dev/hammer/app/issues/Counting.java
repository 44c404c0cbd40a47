package dev.hammer.app.issues;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Issue;
import java.util.Optional;

/** Counts issues as they pass. */
final class Counting {
  private final Books books;
  private long selected;
  private long unverified;
  private Optional<Severity> worst = Optional.empty();

  Counting(Books books) {
    this.books = books;
  }

  void add(Issue issue) {
    Severity severity = issue.finding().severity();
    selected++;
    unverified += books.isVerified(issue) ? 0 : 1;
    worst = Optional.of(worst.filter(w -> w.isAtLeast(severity)).orElse(severity));
  }

  IssueTotals totals() {
    return new IssueTotals(selected, unverified, worst);
  }
}
