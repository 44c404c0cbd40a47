package dev.hammer.app.history;

import dev.hammer.app.issues.Books;
import dev.hammer.app.issues.Filters;
import dev.hammer.app.issues.IssueDesk;
import dev.hammer.core.filter.Filter;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.HistoryPage;
import dev.hammer.core.issue.HistoryQuery;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.IssueStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Lists what happened, the latest first, holding no more than a page at a time. */
public final class HistoryDesk {
  private static final int PAGE = 500;
  private static final String ANY_STATUS = "is:open,whitelisted,resolved,closed,unknown";

  private final IssueStore store;
  private final Books books;

  public HistoryDesk(IssueStore store, Books books) {
    this.store = store;
    this.books = books;
  }

  /**
   * Whose history these words ask for: nothing is everything; one word that is no term of a filter
   * names an issue; all else is a filter, in which any status counts unless it names one.
   *
   * @throws dev.hammer.app.CommandFailure if there is no such issue, or the filter makes no sense
   */
  public Subject subject(List<String> words) {
    if (words.isEmpty()) {
      return new Subject.Everything();
    }
    if (words.size() == 1 && isName(words.getFirst())) {
      return new Subject.One(new IssueDesk(store, books).find(words.getFirst()));
    }
    List<String> terms = new ArrayList<>(words);
    terms.add(ANY_STATUS);
    var _ = Filters.parse(words);
    return new Subject.Some(Filters.parse(terms), words);
  }

  /**
   * Hands over what happened.
   *
   * @param limit at most so many
   * @return whether there is more
   */
  public boolean list(Subject subject, HistoryQuery query, int limit, Consumer<HistoryEntry> each) {
    return switch (subject) {
      case Subject.One(Issue issue) -> one(issue, query, limit, each);
      case Subject.Everything() -> pages(query, new Limited(limit, each), _ -> true);
      case Subject.Some(Filter filter, var _) -> {
        Selected selected = new Selected(filter);
        yield pages(query, new Limited(limit, each), selected::holds);
      }
    };
  }

  private boolean one(Issue issue, HistoryQuery query, int limit, Consumer<HistoryEntry> each) {
    List<HistoryEntry> entries =
        store.history(issue.key()).reversed().stream().filter(query::test).toList();
    entries.stream().limit(limit).forEach(each);
    return entries.size() > limit;
  }

  private boolean pages(HistoryQuery query, Limited limited, Choice choice) {
    Optional<String> from = Optional.of("");
    while (from.isPresent()) {
      HistoryPage page = store.history(query, from.get(), PAGE);
      choice.holds(page.entries());
      for (HistoryEntry entry : page.entries()) {
        if (choice.holds(List.of(entry)) && !limited.take(entry)) {
          return true;
        }
      }
      from = page.next();
    }
    return false;
  }

  /** Whether these are wanted, all of them. */
  @FunctionalInterface
  private interface Choice {
    boolean holds(List<HistoryEntry> entries);
  }

  /** Hands over until there were enough. */
  private static final class Limited {
    private final Consumer<HistoryEntry> each;
    private int left;

    Limited(int limit, Consumer<HistoryEntry> each) {
      this.left = limit;
      this.each = each;
    }

    boolean take(HistoryEntry entry) {
      if (left == 0) {
        return false;
      }
      left--;
      each.accept(entry);
      return true;
    }
  }

  /** Which issues a filter selects, asked page by page. */
  private final class Selected {
    private final Predicate<Issue> selects;
    private final Set<IssueKey> in = new HashSet<>();
    private final Set<IssueKey> known = new HashSet<>();

    Selected(Filter filter) {
      this.selects = books.selecting(filter);
    }

    boolean holds(List<HistoryEntry> entries) {
      Set<IssueKey> fresh = new HashSet<>();
      entries.stream().map(HistoryEntry::key).filter(k -> !known.contains(k)).forEach(fresh::add);
      if (!fresh.isEmpty()) {
        if (known.size() > 20 * PAGE) {
          known.clear();
          in.clear();
        }
        store.issues(fresh).stream().filter(selects).forEach(issue -> in.add(issue.key()));
        known.addAll(fresh);
      }
      return entries.stream().map(HistoryEntry::key).allMatch(in::contains);
    }
  }

  /** Terms of a filter begin with a key; ARNs, URLs and the long form of a ref do not. */
  private static boolean isName(String word) {
    int colon = word.indexOf(':');
    String key = colon < 0 ? "" : word.substring(0, colon);
    return !word.startsWith("-")
        && (colon < 0
            || key.equals("arn")
            || key.equals("https")
            || key.contains("/")
            || key.contains(" "));
  }
}
