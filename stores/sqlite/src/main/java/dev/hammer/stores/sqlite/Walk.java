package dev.hammer.stores.sqlite;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueOrder;
import dev.hammer.core.issue.IssueOrder.Step;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Hands over issues in an order, as of one moment. Where the order begins with something that is
 * counted, such as severity or account, the values that are there come one after the other, each
 * with a statement of its own, until there are enough issues.
 */
final class Walk {
  private final Connection connection;
  private final IssueOrder order;
  private final Consumer<Issue> each;
  private final String accounts;
  private long left;

  private Walk(
      Connection connection, IssueOrder order, long limit, Consumer<Issue> each, String accounts) {
    this.connection = connection;
    this.order = order;
    this.left = limit;
    this.each = each;
    this.accounts = accounts;
  }

  static void through(
      Connection connection, IssueQuery query, IssueOrder order, long limit, Consumer<Issue> each)
      throws SQLException {
    var _ =
        Transaction.read(
            connection,
            c -> {
              new Walk(c, order, limit, each, accounts(c, order)).begin(query);
              return true;
            });
  }

  private static String accounts(Connection connection, IssueOrder order) throws SQLException {
    return order.accountNames().isEmpty()
        ? ""
        : Tallies.values(connection, "account", IssueQuery.ALL).stream()
            .map(AccountId::of)
            .sorted(order.accounts())
            .map(AccountId::id)
            .collect(Collectors.joining(" "));
  }

  private void begin(IssueQuery query) throws SQLException {
    if (query.resource().isEmpty()) {
      go(query, order.steps());
    } else {
      list(query, order.steps(), List.of());
    }
  }

  private void go(IssueQuery query, List<Step> steps) throws SQLException {
    if (left <= 0) {
      return;
    }
    Optional<Step> first = steps.stream().findFirst();
    List<Step> rest = steps.isEmpty() ? steps : steps.subList(1, steps.size());
    if (first.filter(step -> isCounted(step.key())).isPresent()) {
      for (IssueQuery part : parts(query, first.get())) {
        go(part, rest);
      }
    } else if (steps.isEmpty() && query.checks().size() != 1) {
      go(query, List.of(Step.by(IssueOrder.Key.CHECK)));
    } else {
      list(query, steps, Tallies.cells(connection, query));
    }
  }

  private void list(IssueQuery query, List<Step> steps, List<Cell> cells) throws SQLException {
    Listing listing =
        new Listing(query, new IssueOrder(steps, order.accountNames()), cells, accounts);
    for (Listing.Part part : listing.parts()) {
      if (left > 0) {
        listing.sql(part, left).each(connection, IssueRows::issue, this::handOver);
      }
    }
  }

  private void handOver(Issue issue) {
    left--;
    each.accept(issue);
  }

  private static boolean isCounted(IssueOrder.Key key) {
    return switch (key) {
      case SEVERITY, CHECK, ACCOUNT, REGION -> true;
      case AGE, CHANGED, RESOURCE, REF -> false;
    };
  }

  /** The query once for each value that there is, in the order of the step. */
  private List<IssueQuery> parts(IssueQuery query, Step step) throws SQLException {
    List<IssueQuery> parts =
        switch (step.key()) {
          case SEVERITY ->
              values("severity", query).stream()
                  .map(IssueRows::severity)
                  .sorted(Comparator.<Severity>reverseOrder())
                  .map(severity -> query.withSeverities(Set.of(severity)))
                  .toList();
          case CHECK ->
              values("check_id", query).stream()
                  .map(check -> query.withChecks(Set.of(check)))
                  .toList();
          case ACCOUNT ->
              values("account", query).stream()
                  .map(AccountId::of)
                  .sorted(order.accounts())
                  .map(account -> query.withAccounts(Set.of(account)))
                  .toList();
          case REGION ->
              values("region", query).stream()
                  .map(region -> query.withRegions(Set.of(Region.of(region))))
                  .toList();
          case AGE, CHANGED, RESOURCE, REF ->
              throw new IllegalArgumentException(step + " is not counted");
        };
    return step.reversed() ? parts.reversed() : parts;
  }

  private List<String> values(String column, IssueQuery query) throws SQLException {
    return Tallies.values(connection, column, query);
  }
}
