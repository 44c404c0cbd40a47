package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.Store;
import dev.hammer.testing.store.StoreContract;

final class DynamoDbStoreTest extends StoreContract {
  private final String prefix = LocalDynamo.newPrefix();

  @Override
  protected Store open() {
    return LocalDynamo.open(LocalDynamo.client(), prefix);
  }
}
