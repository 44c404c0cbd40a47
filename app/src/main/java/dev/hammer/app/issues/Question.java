package dev.hammer.app.issues;

import dev.hammer.core.filter.Filter;
import dev.hammer.core.filter.Selection;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueOrder;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.IssueStore;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A filter put to a store. Where the store counts what the filter asks for, neither page nor totals
 * need more issues than are shown; else every issue that an index finds is read and judged.
 */
final class Question {
  private final IssueStore store;
  private final Books books;
  private final Predicate<Issue> selects;
  private final Selection selection;

  Question(IssueStore store, Books books, Filter filter) {
    this.store = store;
    this.books = books;
    this.selects = books.selecting(filter);
    this.selection =
        store
            .places()
            .map(places -> filter.in(books.atlas(places)))
            .orElseGet(() -> new Selection(Optional.of(filter.narrow()), false));
  }

  /** Whether the store knows the answer without looking at each issue. */
  boolean isCounted() {
    return selection.isExact();
  }

  /** The first issues of a question that is counted. */
  void first(IssueOrder order, int limit, Consumer<Issue> each) {
    if (limit > 0) {
      selection.query().ifPresent(query -> store.query(query, order, limit, each));
    }
  }

  /** How many there are, of a question that is counted. */
  IssueTotals totals() {
    return selection.query().map(this::totals).orElse(IssueTotals.NONE);
  }

  /** All issues of any question, counted as they pass. */
  IssueTotals all(IssueOrder order, Consumer<Issue> each) {
    Counting counting = new Counting(books);
    selection
        .query()
        .ifPresent(
            query ->
                store.query(
                    query,
                    order,
                    Long.MAX_VALUE,
                    issue -> {
                      if (selects.test(issue)) {
                        counting.add(issue);
                        each.accept(issue);
                      }
                    }));
    return counting.totals();
  }

  private IssueTotals totals(IssueQuery query) {
    Counting counting = new Counting(books);
    counting.add(store.severities(query));
    if (books.isInDoubt(store)) {
      store.tally(query, counting::judge);
    }
    store.issues(counting.doubtful()).stream().filter(query::selects).forEach(counting::doubt);
    return counting.totals();
  }
}
