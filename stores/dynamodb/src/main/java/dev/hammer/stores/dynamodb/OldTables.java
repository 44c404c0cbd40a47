package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.StoreException;
import java.util.function.Consumer;

/** The predecessor's tables, to read from. */
public interface OldTables extends AutoCloseable {
  /**
   * Whether a table is there.
   *
   * @throws StoreException if it is somebody else's, by its keys; with a cause if it cannot be
   *     asked for
   */
  boolean isThere(Shelf shelf);

  /**
   * Hands over item by item, page after page.
   *
   * @throws StoreException if the table cannot be read to its end
   */
  void read(Shelf shelf, Consumer<PredecessorItem> each);

  @Override
  void close();
}
