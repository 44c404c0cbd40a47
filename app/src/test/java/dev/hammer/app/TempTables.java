package dev.hammer.app;

import dev.hammer.app.config.Configuration;
import dev.hammer.aws.AccessKey;
import dev.hammer.aws.AwsConnection;
import dev.hammer.aws.AwsOptions;
import dev.hammer.aws.CallLog;
import dev.hammer.core.issue.Store;
import dev.hammer.stores.dynamodb.DynamoDbStore;
import dev.hammer.testing.AccountClients;
import dev.hammer.testing.DynamoProcess;
import java.time.InstantSource;
import java.util.Optional;

/** Stores in a DynamoDB of our own. */
public final class TempTables implements AutoCloseable {
  private final DynamoProcess dynamo = DynamoProcess.start("512m");

  /** Opens the store of a prefix, which is created if need be. */
  public Store open(String prefix, Configuration configuration, InstantSource clock) {
    AwsOptions options =
        new AwsOptions(
            Optional.empty(),
            Optional.of(dynamo.endpoint()),
            Optional.of("eu-west-1"),
            Optional.of(new AccessKey(AccountClients.ACCESS_KEY, "false")),
            AwsOptions.DEFAULTS.callTimeout());
    return DynamoDbStore.open(
        new AwsConnection(options, clock, CallLog.NONE),
        StoreTables.of(prefix, configuration),
        true,
        clock);
  }

  @Override
  public void close() {
    dynamo.close();
  }
}
