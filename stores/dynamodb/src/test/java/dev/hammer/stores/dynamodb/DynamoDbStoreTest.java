package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.Store;
import dev.hammer.testing.store.StoreContract;
import java.time.InstantSource;
import java.util.UUID;

final class DynamoDbStoreTest extends StoreContract {
  private final String prefix = LocalDynamo.newPrefix();

  @Override
  protected Store open() {
    return DynamoDbStore.open(
        new Dynamo(LocalDynamo.client(), LocalDynamo.NO_PATIENCE, 0),
        LocalDynamo.layout(prefix),
        true,
        InstantSource.system(),
        () -> UUID.randomUUID().toString());
  }
}
