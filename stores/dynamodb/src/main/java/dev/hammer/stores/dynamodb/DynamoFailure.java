package dev.hammer.stores.dynamodb;

import dev.hammer.aws.AwsErrors;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Says in words what a failed call means for the store, and what to do. */
final class DynamoFailure {
  private static final List<String> KEYS =
      List.of(IssueTable.ACCOUNT, IssueTable.ISSUE_ID, State.PARTITION, State.ORDER);

  private DynamoFailure() {}

  static StoreException of(String operation, String table, RuntimeException cause) {
    ApiCall call = ApiCall.of("dynamodb", operation);
    String tried = "DynamoDB, " + operation + " on " + table + ": ";
    if (cause instanceof ResourceNotFoundException) {
      return missing(List.of(table));
    }
    ReadFailure failure = AwsErrors.classify(call, cause);
    String what = tried + failure.detail();
    return switch (failure.kind()) {
      case DENIED ->
          new StoreException(
              what,
              "Allow " + call.action() + " on the table " + table + " and its indexes",
              cause);
      case THROTTLED ->
          new StoreException(
              what + ", still after all retries",
              "Run the command again; raise the capacity of the table if it is provisioned",
              cause);
      case CREDENTIALS -> new StoreException(what, "Log in again, then repeat the command", cause);
      case UNREACHABLE, BROKEN ->
          new StoreException(
              what + "; whether the last change was stored is not known",
              "Run the command again: what is stored is not stored twice",
              cause);
      case NOT_REACHED -> new StoreException(what, "Run the command again", cause);
      case NOT_ENABLED ->
          new StoreException(what, "Name the region of the tables in aws.region", cause);
      case GONE, UNPARSABLE, ERROR, DEFECT ->
          new StoreException(
              what + " (" + cause.getMessage() + ")",
              "Report this as a defect of Hammer; the last change was not stored",
              cause);
    };
  }

  /** A transaction that was refused for another reason than its conditions. */
  static StoreException cancelled(List<CancellationReason> reasons) {
    String words =
        reasons.stream()
            .filter(reason -> !"None".equals(reason.code()))
            .map(reason -> reason.code() + ": " + reason.message())
            .distinct()
            .sorted()
            .reduce((a, b) -> a + "; " + b)
            .orElse("no reason given");
    return new StoreException(
        "DynamoDB refused a change (" + words + ")",
        "Run the command again; if it stays so, report this as a defect of Hammer");
  }

  static StoreException missing(List<String> tables) {
    return new StoreException(
        "The store lacks tables: " + String.join(", ", tables),
        "Create them with --create-tables, or correct the prefix and the region");
  }

  /** An item that makes no sense to us: written by somebody else, or damaged. */
  static StoreException unreadable(Item item, String what, RuntimeException cause) {
    String key =
        KEYS.stream()
            .flatMap(name -> Optional.ofNullable(item.attributes().get(name)).stream())
            .map(AttributeValue::s)
            .collect(Collectors.joining("/"));
    return new StoreException(
        "The table "
            + item.table()
            + " holds an item that Hammer cannot read, "
            + key
            + ": "
            + what,
        "Correct the item, or restore it from a backup",
        cause);
  }
}
