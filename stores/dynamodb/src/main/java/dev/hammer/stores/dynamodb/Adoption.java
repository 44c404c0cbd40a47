package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.StoreException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Takes over what the predecessor wrote: gives its items the attributes by which our indexes find
 * them, and puts up the signposts. Nothing that it wrote is changed, and doing it again does
 * nothing. An item that the predecessor writes whole loses those attributes, and is taken over
 * anew.
 */
record Adoption(Dynamo dynamo, Layout layout, Signposts signposts) {
  private static final int AT_ONCE = 100;

  /** Takes over all; how many there were. */
  long run() {
    long adopted = 0;
    for (IssueTable table : layout.own()) {
      Iterator<Item> strangers = dynamo.scan(strangers(table));
      List<Issue> some = new ArrayList<>();
      while (strangers.hasNext()) {
        readable(table, strangers.next()).ifPresent(some::add);
        if (some.size() == AT_ONCE || !strangers.hasNext()) {
          adopted += adopt(table, some);
          some.clear();
        }
      }
    }
    return adopted;
  }

  /** What nobody can read stays as it is and hinders nothing else; an inspection counts it. */
  private static Optional<Issue> readable(IssueTable table, Item item) {
    try {
      return Optional.of(IssueItems.issue(table, item));
    } catch (StoreException unreadable) {
      return Optional.empty();
    }
  }

  private long adopt(IssueTable table, List<Issue> issues) {
    signposts.putUpAll(issues);
    return issues.stream().filter(issue -> sign(table, issue)).count();
  }

  private boolean sign(IssueTable table, Issue issue) {
    Expression update = new Expression();
    IssueItems.signs(issue.key(), issue.slice(), issue.status()).forEach(update::set);
    return dynamo.updateIf(
        UpdateItemRequest.builder()
            .tableName(table.name())
            .key(table.key(issue.key()))
            .updateExpression(update.update())
            .conditionExpression(
                "attribute_exists("
                    + update.name(IssueTable.ACCOUNT)
                    + ") AND attribute_not_exists("
                    + update.name(IssueTable.PLACE)
                    + ")")
            .expressionAttributeNames(update.names())
            .expressionAttributeValues(update.values())
            .build());
  }

  private static ScanRequest strangers(IssueTable table) {
    Expression condition = new Expression();
    String isStranger = "attribute_not_exists(" + condition.name(IssueTable.PLACE) + ")";
    return ScanRequest.builder()
        .tableName(table.name())
        .consistentRead(true)
        .filterExpression(isStranger)
        .expressionAttributeNames(condition.names())
        .build();
  }
}
