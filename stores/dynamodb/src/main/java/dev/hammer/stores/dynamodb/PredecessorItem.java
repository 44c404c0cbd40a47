package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item of the predecessor, and what it means.
 *
 * @param key account and issue id as they stand there, for people
 * @param issue nothing if the key names no account: such an item can only be left where it is
 * @param spellings every issue id under which the same issue may be stored; its own among them
 * @param isTakenOver whether Hammer's own indexes find it where it is
 * @param oddities what is odd about it, in words; empty if nothing is
 * @param item all of its attributes
 */
public record PredecessorItem(
    String key,
    Optional<Issue> issue,
    List<String> spellings,
    boolean isTakenOver,
    List<String> oddities,
    Value.Fields item) {

  public PredecessorItem {
    spellings = List.copyOf(spellings);
    oddities = List.copyOf(oddities);
  }

  static PredecessorItem of(IssueTable table, Item item) {
    String key =
        Stream.of(IssueTable.ACCOUNT, IssueTable.ISSUE_ID)
            .map(name -> item.attributes().getOrDefault(name, AttributeValue.fromS("")).s())
            .collect(Collectors.joining("/"));
    Value.Fields all = Values.fields(AttributeValue.fromM(item.attributes()));
    boolean isTakenOver = item.has(IssueTable.PLACE);
    try {
      Issue issue = IssueItems.issue(table, item);
      List<String> oddities =
          IssueItems.isOurs(item) ? List.<String>of() : Oddities.of(issue, item);
      List<String> spellings = new Predecessor(table.shelf(), issue.key(), item).spellings();
      return new PredecessorItem(key, Optional.of(issue), spellings, isTakenOver, oddities, all);
    } catch (StoreException unreadable) {
      return new PredecessorItem(
          key, Optional.empty(), List.of(), isTakenOver, List.of(reason(unreadable)), all);
    }
  }

  /** Table and key are named beside it. */
  private static String reason(StoreException unreadable) {
    String message = String.valueOf(unreadable.getMessage());
    return message.substring(message.lastIndexOf(": ") + 1).strip();
  }
}
