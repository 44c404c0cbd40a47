package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.HistoryPage;
import dev.hammer.core.issue.HistoryQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Lists what happened to any issue, the latest first, by an index over time. The index has what
 * narrows down; the entries themselves are fetched for the page that is shown.
 */
record HistorySearch(State state) {
  private static final int EXACT = "2026-03-01T12:00:00.000000000Z".length();

  /** Before and after all digits. */
  private static final String FIRST = "!";

  private static final String LAST = "~";

  HistoryPage page(HistoryQuery query, String from, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a page has at least one entry, not " + limit);
    }
    List<Item> found = new ArrayList<>();
    Iterator<Item> items = state.dynamo().query(between(query, from));
    while (items.hasNext() && found.size() <= limit) {
      Item item = items.next();
      if (isWanted(query, item)) {
        found.add(item);
      }
    }
    List<Item> shown = found.subList(0, Math.min(limit, found.size()));
    return new HistoryPage(
        entries(shown),
        found.size() > limit
            ? Optional.of(found.getLast().key(HistoryItems.MOMENT))
            : Optional.empty());
  }

  private QueryRequest between(HistoryQuery query, String from) {
    Expression condition = new Expression();
    String text =
        condition.name(HistoryItems.LOG)
            + " = "
            + condition.value(AttributeValue.fromS(HistoryItems.ALL))
            + " AND "
            + condition.name(HistoryItems.MOMENT)
            + " BETWEEN "
            + condition.value(AttributeValue.fromS(query.since().map(Moments::exact).orElse(FIRST)))
            + " AND "
            + condition.value(AttributeValue.fromS(last(query, from)));
    return QueryRequest.builder()
        .tableName(state.table())
        .indexName(HistoryItems.INDEX)
        .scanIndexForward(false)
        .keyConditionExpression(text)
        .expressionAttributeNames(condition.names())
        .expressionAttributeValues(condition.values())
        .build();
  }

  /** The latest place that may be shown. A place is its time and more: it comes after the time. */
  private static String last(HistoryQuery query, String from) {
    if (from.isEmpty()) {
      return query.before().map(Moments::exact).orElse(LAST);
    }
    if (from.length() <= EXACT) {
      throw new IllegalArgumentException("no page of the history begins at " + from);
    }
    var _ = Moments.parse(from.substring(0, EXACT));
    return from;
  }

  private static boolean isWanted(HistoryQuery query, Item item) {
    return (query.scanId().isEmpty() || query.scanId().equals(item.optional(HistoryItems.SCAN)))
        && (query.kinds().isEmpty()
            || query.kinds().contains(item.as(HistoryItems.KIND, EventKind::parse)))
        && (query.actors().isEmpty() || query.actors().contains(item.text(HistoryItems.ACTOR)));
  }

  private List<HistoryEntry> entries(List<Item> shown) {
    Map<Map<String, AttributeValue>, Item> whole = new HashMap<>();
    state
        .dynamo()
        .get(state.table(), shown.stream().map(HistorySearch::key).toList())
        .forEach(item -> whole.put(key(item), item));
    return shown.stream()
        .flatMap(item -> Optional.ofNullable(whole.get(key(item))).stream())
        .map(HistoryItems::entry)
        .toList();
  }

  private static Map<String, AttributeValue> key(Item item) {
    return State.key(item.key(State.PARTITION), item.key(State.ORDER));
  }
}
