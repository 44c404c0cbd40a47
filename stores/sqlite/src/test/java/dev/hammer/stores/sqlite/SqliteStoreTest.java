package dev.hammer.stores.sqlite;

import dev.hammer.core.issue.Store;
import dev.hammer.testing.store.StoreContract;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;

final class SqliteStoreTest extends StoreContract {
  @TempDir private Path folder;

  @Override
  protected Store open() {
    return SqliteStore.open(folder.resolve("hammer.db"), InstantSource.system());
  }
}
