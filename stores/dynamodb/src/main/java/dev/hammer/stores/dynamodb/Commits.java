package dev.hammer.stores.dynamodb;

import dev.hammer.aws.AwsErrors;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * Sends transactions, each with a token of its own: DynamoDB takes the same token for the same
 * transaction, so that one whose answer was lost can be sent again and counts once.
 */
record Commits(Dynamo dynamo) {
  /** The most writes of one transaction. */
  static final int WRITES = 100;

  /** The most bytes of one transaction, with room for what is not counted. */
  static final long BYTES = 3_500_000;

  /** The code of an update that does not suit the item. */
  static final String UNSUITABLE = "ValidationError";

  private static final String CONDITION_FAILED = "ConditionalCheckFailed";

  private static final String NONE = "None";
  private static final int TRIES = 30;
  private static final int UNANSWERED_TRIES = 2;

  /** What stood in another's way for a moment only. */
  private static final Set<String> PASSING =
      Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

  /**
   * Writes all or nothing.
   *
   * @return why not, for each of the writes; empty if it is done
   */
  List<CancellationReason> commit(List<TransactWriteItem> writes, String token) {
    TransactWriteItemsRequest request =
        TransactWriteItemsRequest.builder().transactItems(writes).clientRequestToken(token).build();
    int unanswered = 0;
    for (int again = 1; true; again++) {
      try {
        dynamo.client().transactWriteItems(request);
        return List.of();
      } catch (TransactionCanceledException refused) {
        if (again == TRIES || !isPassing(refused.cancellationReasons())) {
          return refused.cancellationReasons();
        }
      } catch (TransactionInProgressException same) {
        if (again == TRIES) {
          throw failure(writes, same);
        }
      } catch (SdkClientException lost) {
        unanswered++;
        if (unanswered == UNANSWERED_TRIES || Thread.currentThread().isInterrupted()) {
          throw failure(writes, lost);
        }
      } catch (DynamoDbException refused) {
        if (Dynamo.isBrokenOff(refused) && ++unanswered < UNANSWERED_TRIES) {
          dynamo.patience().before(again);
          continue;
        }
        if (!isSenseless(refused)) {
          throw failure(writes, refused);
        }
        return Collections.nCopies(
            writes.size(),
            CancellationReason.builder().code(UNSUITABLE).message(refused.getMessage()).build());
      }
      dynamo.patience().before(again);
    }
  }

  /** A transaction whose updates do not suit the items may be refused as a whole. */
  private static boolean isSenseless(DynamoDbException refused) {
    return AwsErrors.code(refused).filter("ValidationException"::equals).isPresent();
  }

  static boolean isRefused(CancellationReason reason) {
    return CONDITION_FAILED.equals(reason.code());
  }

  private static boolean isPassing(List<CancellationReason> reasons) {
    Set<String> codes =
        reasons.stream()
            .map(CancellationReason::code)
            .filter(code -> code != null && !NONE.equals(code))
            .collect(Collectors.toSet());
    return !codes.isEmpty() && PASSING.containsAll(codes);
  }

  private static RuntimeException failure(List<TransactWriteItem> writes, SdkException cause) {
    String tables =
        writes.stream().map(Commits::table).distinct().sorted().collect(Collectors.joining(", "));
    return DynamoFailure.of("TransactWriteItems", tables, cause);
  }

  private static String table(TransactWriteItem write) {
    if (write.put() != null) {
      return write.put().tableName();
    }
    return write.update() != null ? write.update().tableName() : write.conditionCheck().tableName();
  }
}
