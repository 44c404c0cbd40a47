package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.Reporting;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * One change of an issue as the writes it takes: the issue itself, on condition, then its history
 * and proof. They are never torn apart.
 *
 * @param table where the issue is kept
 * @param bytes how much it adds to its transaction
 */
record Step(
    IssueTable table,
    IssueKey key,
    Optional<Issue> before,
    List<TransactWriteItem> writes,
    long bytes) {
  /** The most writes a step takes. */
  static final int MOST = 3;

  /** Makes the step once it is known which transaction it belongs to. */
  @FunctionalInterface
  interface Making {
    Step with(String token);
  }

  /** What identification found. */
  static Step of(Layout layout, Change change, String token) {
    Issue after = change.after();
    IssueTable table = layout.tableOf(after.key());
    long version = change.before().map(Issue::version).orElse(0L) + 1;
    List<Draft> beside = new ArrayList<>();
    change.entry().ifPresent(entry -> beside.add(HistoryItems.item(entry, version)));
    change.proof().ifPresent(proof -> beside.add(ProofItems.item(after.key(), proof)));
    if (change.before().isEmpty()) {
      Map<String, AttributeValue> item = IssueItems.born(table, after, token);
      return of(table, after.key(), change.before(), insert(table, item), Draft.bytes(item))
          .with(layout, beside);
    }
    Issue before = change.before().get();
    Expression update = IssueItems.identification(table, before, after, token);
    return of(table, after.key(), change.before(), update(table, before, update), update.bytes())
        .with(layout, beside);
  }

  /** What reporting did. */
  static Step of(
      Layout layout,
      Issue before,
      Status status,
      Reporting reporting,
      HistoryEntry entry,
      String token) {
    IssueTable table = layout.tableOf(before.key());
    Expression update = IssueItems.reporting(table, before, status, reporting, token);
    return of(
            table, before.key(), Optional.of(before), update(table, before, update), update.bytes())
        .with(layout, List.of(HistoryItems.item(entry, before.version() + 1)));
  }

  private static Step of(
      IssueTable table, IssueKey key, Optional<Issue> before, TransactWriteItem write, long bytes) {
    if (bytes > Fitting.ITEM) {
      throw new StoreException(
          "The issue " + key + " takes " + bytes + " bytes; an item of DynamoDB holds 409600",
          "Keep the issues in SQLite (--store sqlite:PATH); nothing was stored");
    }
    return new Step(table, key, before, List.of(write), bytes);
  }

  private Step with(Layout layout, List<Draft> beside) {
    List<TransactWriteItem> all = new ArrayList<>(writes);
    long sum = bytes;
    for (Draft draft : beside) {
      Put put = Put.builder().tableName(layout.state()).item(draft.attributes()).build();
      all.add(TransactWriteItem.builder().put(put).build());
      sum += draft.bytes();
    }
    return new Step(table, key, before, all, sum);
  }

  private static TransactWriteItem insert(IssueTable table, Map<String, AttributeValue> item) {
    Expression condition = new Expression();
    String isNew = "attribute_not_exists(" + condition.name(IssueTable.ACCOUNT) + ")";
    return TransactWriteItem.builder()
        .put(
            Put.builder()
                .tableName(table.name())
                .item(item)
                .conditionExpression(isNew)
                .expressionAttributeNames(condition.names())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build())
        .build();
  }

  private static TransactWriteItem update(IssueTable table, Issue before, Expression update) {
    String condition = IssueItems.unchanged(update, before);
    return TransactWriteItem.builder()
        .update(
            Update.builder()
                .tableName(table.name())
                .key(table.key(before.key()))
                .updateExpression(update.update())
                .conditionExpression(condition)
                .expressionAttributeNames(update.names())
                .expressionAttributeValues(update.values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build())
        .build();
  }
}
