package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.Chronicle;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Takes issues over from another store. The issue itself comes last: who stops in between leaves
 * what the next run writes again in the same places.
 */
record Restoring(
    Layout layout, IssueReads reads, Signposts signposts, State state, Supplier<String> tokens) {

  /** Stores those that are missing; answers those that are there. */
  List<IssueKey> restore(List<Chronicle> chronicles) {
    Map<IssueKey, Long> known =
        reads.versions(chronicles.stream().map(chronicle -> chronicle.issue().key()).toList());
    List<Chronicle> missing =
        chronicles.stream().filter(one -> !known.containsKey(one.issue().key())).toList();
    signposts.putUp(
        missing.stream()
            .map(one -> new Change(Optional.empty(), one.issue(), Optional.empty(), one.proof()))
            .toList());
    state.put(missing.stream().flatMap(one -> beside(one).stream()).toList());
    List<IssueKey> there = new ArrayList<>(known.keySet());
    missing.stream()
        .map(Chronicle::issue)
        .filter(one -> !put(one))
        .forEach(i -> there.add(i.key()));
    return there.stream().sorted().toList();
  }

  /** History and proof. An entry's place is its number: which version it made is not known. */
  private static List<Draft> beside(Chronicle chronicle) {
    List<Draft> beside = new ArrayList<>();
    long number = 0;
    for (HistoryEntry entry : chronicle.history()) {
      number++;
      beside.add(HistoryItems.item(entry, number));
    }
    chronicle.proof().ifPresent(p -> beside.add(ProofItems.item(chronicle.issue().key(), p)));
    return beside;
  }

  private boolean put(Issue issue) {
    IssueTable table = layout.tableOf(issue.key());
    Map<String, AttributeValue> item = new TreeMap<>(IssueItems.born(table, issue, tokens.get()));
    if (issue.version() == 0) {
      item.remove(IssueItems.VERSION);
    } else {
      item.put(IssueItems.VERSION, AttributeValue.fromN(Long.toString(issue.version())));
    }
    Expression condition = new Expression();
    String isNew = "attribute_not_exists(" + condition.name(IssueTable.ACCOUNT) + ")";
    return state
        .dynamo()
        .putUnless(
            PutItemRequest.builder()
                .tableName(table.name())
                .item(item)
                .conditionExpression(isNew)
                .expressionAttributeNames(condition.names())
                .build())
        .isEmpty();
  }
}
