package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Ref;
import dev.hammer.core.issue.Status;
import dev.hammer.core.scan.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** Finds issues: by key, or by an index. No table is ever scanned for it. */
record IssueReads(Dynamo dynamo, Layout layout, Signposts signposts) {
  private static final int FETCHED_AT_ONCE = 100;

  /** By the index that holds live issues only: one query, page after page. */
  List<Issue> live(Slice slice) {
    IssueTable table = layout.tableOf(slice.check());
    Expression condition = new Expression();
    String isOfSlice =
        condition.name(IssueTable.LIVE_SLICE)
            + " = "
            + condition.value(AttributeValue.fromS(IssueTable.place(slice)));
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table.name())
            .indexName(IssueTable.LIVE_INDEX)
            .keyConditionExpression(isOfSlice)
            .expressionAttributeNames(condition.names())
            .expressionAttributeValues(condition.values())
            .build();
    List<Issue> issues = new ArrayList<>();
    dynamo.query(query).forEachRemaining(item -> issues.add(IssueItems.issue(table, item)));
    issues.sort(Comparator.comparing(Issue::key));
    return issues;
  }

  List<Issue> issues(Collection<IssueKey> keys) {
    List<Issue> issues = new ArrayList<>();
    byTable(keys)
        .forEach(
            (table, some) ->
                dynamo
                    .get(table.name(), some)
                    .forEach(item -> issues.add(IssueItems.issue(table, item))));
    issues.sort(Comparator.comparing(Issue::key));
    return issues;
  }

  /** The versions of those that are there. */
  Map<IssueKey, Long> versions(Collection<IssueKey> keys) {
    Map<IssueKey, Long> versions = new TreeMap<>();
    byTable(keys)
        .forEach(
            (table, some) ->
                dynamo
                    .get(table.name(), some, table.identifying(IssueItems.VERSION))
                    .forEach(item -> versions.put(table.keyOf(item), IssueItems.version(item))));
    return versions;
  }

  void query(IssueQuery query, Consumer<Issue> each) {
    if (query.resource().isEmpty()) {
      list(query, each);
      return;
    }
    List<IssueKey> keys =
        signposts.byName(query.resource()).stream()
            .filter(key -> query.checks().isEmpty() || query.checks().contains(key.check()))
            .filter(key -> query.accounts().isEmpty() || query.accounts().contains(key.account()))
            .toList();
    issues(keys).stream().filter(query::selects).forEach(each);
  }

  List<Issue> byRef(String prefix, int limit) {
    List<Issue> found = new ArrayList<>();
    if (!Ref.isPrefix(prefix) || limit <= 0) {
      return found;
    }
    Iterator<IssueKey> keys = signposts.byRef(prefix);
    while (keys.hasNext() && found.size() < limit) {
      List<IssueKey> some = new ArrayList<>();
      while (keys.hasNext() && some.size() < Math.min(FETCHED_AT_ONCE, limit - found.size())) {
        some.add(keys.next());
      }
      issues(some).stream()
          .sorted(Comparator.comparing(Issue::ref).thenComparing(Issue::key))
          .forEach(found::add);
    }
    return found;
  }

  /** How many issues have a status. */
  long count(Status status) {
    return layout.issueTables().stream()
        .mapToLong(table -> dynamo.count(byStatus(table, status, "").select(Select.COUNT).build()))
        .sum();
  }

  /** How many issues a query finds; where only a status is asked for, without reading them. */
  long count(IssueQuery query) {
    if (query.equals(IssueQuery.ALL.withStatuses(query.statuses()))) {
      Collection<Status> statuses =
          query.statuses().isEmpty() ? Arrays.asList(Status.values()) : query.statuses();
      return statuses.stream().mapToLong(this::count).sum();
    }
    long[] count = {0};
    query(query, _ -> count[0]++);
    return count[0];
  }

  /** Check by check; those of the shared table fall in where their checks belong. */
  private void list(IssueQuery query, Consumer<Issue> each) {
    Consumer<Issue> wanted =
        issue -> {
          if (query.selects(issue)) {
            each.accept(issue);
          }
        };
    Listing shared = listing(layout.shared(), query);
    for (IssueTable table : layout.own()) {
      String check = table.shelf().orElseThrow().check();
      while (shared.hasNext() && shared.peek().key().check().compareTo(check) < 0) {
        wanted.accept(shared.next());
      }
      if (query.checks().isEmpty() || query.checks().contains(check)) {
        listing(table, query).forEachRemaining(wanted);
      }
    }
    shared.forEachRemaining(wanted);
  }

  private Listing listing(IssueTable table, IssueQuery query) {
    Collection<Status> statuses =
        query.statuses().isEmpty() ? Arrays.asList(Status.values()) : query.statuses();
    List<String> beginnings = beginnings(table, query);
    return new Listing(
        table,
        statuses.stream()
            .<Iterator<Item>>map(
                status ->
                    new Chain<>(
                        beginnings.stream()
                            .map(
                                beginning ->
                                    dynamo.query(byStatus(table, status, beginning).build()))
                            .toList()))
            .toList());
  }

  /** How the places of what is asked for begin, in their order. */
  private List<String> beginnings(IssueTable table, IssueQuery query) {
    Set<String> checks =
        table
            .shelf()
            .map(shelf -> Set.of(shelf.check()))
            .orElseGet(
                () ->
                    query.checks().stream()
                        .filter(check -> layout.tableOf(check).equals(table))
                        .collect(Collectors.toSet()));
    if (checks.isEmpty()) {
      return query.checks().isEmpty() ? List.of("") : List.of();
    }
    return checks.stream()
        .flatMap(
            check ->
                query.accounts().isEmpty()
                    ? Stream.of(IssueTable.placesOf(check))
                    : query.accounts().stream().map(a -> IssueTable.placesOf(check, a)))
        .sorted(Listing::compare)
        .toList();
  }

  private static QueryRequest.Builder byStatus(IssueTable table, Status status, String beginning) {
    Expression condition = new Expression();
    String text =
        condition.name(IssueTable.STATE)
            + " = "
            + condition.value(AttributeValue.fromS(status.word()));
    if (!beginning.isEmpty()) {
      text +=
          " AND begins_with("
              + condition.name(IssueTable.PLACE)
              + ", "
              + condition.value(AttributeValue.fromS(beginning))
              + ")";
    }
    return QueryRequest.builder()
        .tableName(table.name())
        .indexName(IssueTable.STATUS_INDEX)
        .keyConditionExpression(text)
        .expressionAttributeNames(condition.names())
        .expressionAttributeValues(condition.values());
  }

  private Map<IssueTable, List<Map<String, AttributeValue>>> byTable(Collection<IssueKey> keys) {
    Map<IssueTable, List<Map<String, AttributeValue>>> byTable = new LinkedHashMap<>();
    for (IssueKey key : new TreeSet<>(keys)) {
      IssueTable table = layout.tableOf(key);
      byTable.computeIfAbsent(table, _ -> new ArrayList<>()).add(table.key(key));
    }
    return byTable;
  }
}
