package dev.hammer.app.issues;

import dev.hammer.app.CommandFailure;
import dev.hammer.core.filter.Filter;
import dev.hammer.core.issue.FirstIssues;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.IssueOrder;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.IssueStore;
import dev.hammer.core.issue.Ref;
import dev.hammer.core.issue.Status;
import dev.hammer.core.resource.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Finds issues: by filter, or one by any of its names. */
public final class IssueDesk {
  private static final int SHORTEST_PREFIX = 4;
  private static final int SHOWN = 10;

  private final IssueStore store;
  private final Books books;

  public IssueDesk(IssueStore store, Books books) {
    this.store = store;
    this.books = books;
  }

  /** All issues that a filter selects, the most severe and oldest first. */
  public IssueListing listing(Filter filter) {
    return page(filter, IssueOrder.WORST_THEN_OLDEST, Integer.MAX_VALUE);
  }

  /**
   * The first issues that a filter selects, and how many there are. No more than those are held,
   * however many are selected.
   *
   * @param order of all; the first ones count
   * @param limit at most so many, 0 for none
   */
  public IssueListing page(Filter filter, IssueOrder order, int limit) {
    List<Issue> first = new ArrayList<>();
    IssueListing listing = stream(filter, order, limit, first::add);
    return new IssueListing(filter, books, first, listing.totals(), listing.open());
  }

  /**
   * Hands over the first issues that a filter selects, and counts them all. Where the store has an
   * index for the order, none is held.
   *
   * @param limit at most so many are handed over
   * @return a listing without issues
   */
  public IssueListing stream(Filter filter, IssueOrder order, int limit, Consumer<Issue> each) {
    Question question = new Question(store, books, filter);
    if (question.isCounted()) {
      question.first(order, limit, each);
      return counted(filter, question.totals());
    }
    if (limit == Integer.MAX_VALUE) {
      return counted(filter, question.all(order, each));
    }
    FirstIssues first = new FirstIssues(order.comparator(), limit);
    IssueTotals totals = question.all(IssueOrder.BY_KEY, first::add);
    first.sorted().forEach(each);
    return counted(filter, totals);
  }

  /**
   * Hands over every issue that a filter selects, in the order of the store.
   *
   * @return a listing without issues
   */
  public IssueListing survey(Filter filter, Consumer<Issue> each) {
    return counted(filter, new Question(store, books, filter).all(IssueOrder.BY_KEY, each));
  }

  private IssueListing counted(Filter filter, IssueTotals totals) {
    long open = totals.selected() == 0 ? open() : 0;
    return new IssueListing(filter, books, List.of(), totals, open);
  }

  /** How things stand, by which issues are judged. */
  public Books books() {
    return books;
  }

  /** Whether the store can list in other orders than its own without holding what it lists. */
  public boolean ordersByIndex() {
    return store.places().isPresent();
  }

  /** How many issues are open, whatever a filter says. */
  public long open() {
    return store.count(IssueQuery.ALL.withStatuses(Set.of(Status.OPEN)));
  }

  /**
   * The one issue with this name: a ref or a unique beginning of one, {@code check/account/id}, an
   * ARN, or a resource id that only one issue has.
   *
   * @throws CommandFailure if there is none, or several
   */
  public Issue find(String name) {
    List<Issue> found = byLongName(name);
    if (found.isEmpty()) {
      found = byResource(name);
    }
    if (found.isEmpty()) {
      found = byRef(name);
    }
    if (found.size() == 1) {
      return found.getFirst();
    }
    throw found.isEmpty() ? none(name) : several(name, found);
  }

  private List<Issue> byLongName(String name) {
    String[] parts = name.split("/", 3);
    return parts.length == 3 && AccountId.isValid(parts[1])
        ? store.issues(List.of(new IssueKey(parts[0], AccountId.of(parts[1]), parts[2])))
        : List.of();
  }

  private List<Issue> byResource(String name) {
    List<Issue> found = new ArrayList<>();
    if (name.isEmpty()) {
      return found; // a query without a name would be for all
    }
    store.query(IssueQuery.ALL.withResource(name), found::add);
    return found;
  }

  private List<Issue> byRef(String name) {
    String prefix = name.toLowerCase(Locale.ROOT);
    if (!Ref.isPrefix(prefix) || prefix.isEmpty()) {
      return List.of();
    }
    List<Issue> found = store.byRef(prefix, SHOWN + 1);
    if (prefix.length() < SHORTEST_PREFIX && !found.isEmpty()) {
      throw new CommandFailure(
          CommandFailure.Kind.USAGE,
          "ref.short",
          "\""
              + name
              + "\" is too short: type at least "
              + SHORTEST_PREFIX
              + " characters of a ref",
          "It could be " + refs(found));
    }
    return found;
  }

  private static CommandFailure none(String name) {
    return new CommandFailure(
        CommandFailure.Kind.NOT_FOUND,
        "issue.none",
        "No issue is called \"" + name + "\"",
        "List them: hammer issues is:open,whitelisted,resolved");
  }

  private static CommandFailure several(String name, List<Issue> found) {
    String each =
        found.stream()
            .limit(SHOWN)
            .map(i -> i.ref().shown() + "  " + i.key())
            .collect(Collectors.joining("\n  ", "\n  ", ""));
    return new CommandFailure(
        CommandFailure.Kind.USAGE,
        "ref.ambiguous",
        "\"" + name + "\" names several issues:" + each,
        "Give one of these refs");
  }

  private static String refs(List<Issue> found) {
    return found.stream().limit(SHOWN).map(i -> i.ref().shown()).collect(Collectors.joining(", "));
  }
}
