package dev.hammer.stores.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;

/**
 * The connections to one file. Readers run side by side and never wait; writers of this process
 * take turns in order, for SQLite lets only one of all processes write and hands out that turn by
 * luck.
 */
final class Database implements AutoCloseable {
  private static final int IDLE_KEPT = 4;

  private final StoreFile file;
  private final StoreFailure failures;
  private final Duration patience;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private final AtomicInteger idleCount = new AtomicInteger();
  private final ReentrantLock writing = new ReentrantLock(true);
  private volatile boolean closed;

  Database(StoreFile file, Duration patience) {
    this.file = file;
    this.failures = new StoreFailure(file);
    this.patience = patience;
  }

  /** Something to do on a connection that answers nothing. */
  @FunctionalInterface
  interface Step {
    void on(Connection connection) throws SQLException;
  }

  /** Opens the store, creating or upgrading it if need be. */
  void prepare() {
    file.create();
    long deadline = System.nanoTime() + patience.toNanos();
    try (Connection connection = connect()) {
      new Schema(failures, Schema.SCRIPTS).prepare(connection, deadline);
    } catch (SQLException failed) {
      throw failures.of(failed);
    }
  }

  /** Reads; what one statement sees is of one moment. */
  <T> T read(Transaction.Work<T> work) {
    try {
      Connection connection = take();
      try {
        return work.on(connection);
      } finally {
        giveBack(connection);
      }
    } catch (SQLException failed) {
      throw failures.of(failed);
    } catch (UnreadableRowException unreadable) {
      throw failures.unreadable(unreadable);
    }
  }

  /** Writes all that the work does, or nothing of it. */
  <T> T write(Transaction.Work<T> work) {
    writing.lock();
    try {
      return read(connection -> Transaction.write(connection, work));
    } finally {
      writing.unlock();
    }
  }

  /** As {@link #read}, without an answer. */
  void see(Step step) {
    var _ = read(connection -> done(connection, step));
  }

  /** As {@link #write}, without an answer. */
  void change(Step step) {
    var _ = write(connection -> done(connection, step));
  }

  /** Writes the file anew without what was deleted; what was logged beside it goes into it. */
  void compact() {
    writing.lock();
    try {
      see(
          connection -> {
            Transaction.execute(connection, "VACUUM");
            var _ =
                Sql.of("PRAGMA wal_checkpoint(TRUNCATE)").single(connection, row -> row.first());
          });
    } finally {
      writing.unlock();
    }
  }

  StoreFile file() {
    return file;
  }

  @Override
  public void close() {
    closed = true;
    Connection connection = idle.poll();
    while (connection != null) {
      closeQuietly(connection);
      connection = idle.poll();
    }
  }

  private static boolean done(Connection connection, Step step) throws SQLException {
    step.on(connection);
    return true;
  }

  private Connection take() throws SQLException {
    if (closed) {
      throw new IllegalStateException("the store " + file.path() + " is closed");
    }
    Connection connection = idle.poll();
    if (connection == null) {
      return connect();
    }
    idleCount.decrementAndGet();
    return connection;
  }

  private void giveBack(Connection connection) throws SQLException {
    if (connection.isClosed()) {
      return;
    }
    if (closed || idleCount.incrementAndGet() > IDLE_KEPT) {
      idleCount.decrementAndGet();
      connection.close();
      return;
    }
    idle.push(connection);
  }

  private Connection connect() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) patience.toMillis());
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.enforceForeignKeys(true);
    config.setGetGeneratedKeys(false);
    return config.createConnection(file.url());
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException unusable) {
      // Nothing depends on it any more: what was committed is stored.
    }
  }
}
