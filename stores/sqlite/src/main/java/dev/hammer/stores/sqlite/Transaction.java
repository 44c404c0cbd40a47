package dev.hammer.stores.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Several statements as one: all of them or none. */
final class Transaction {
  private Transaction() {}

  /** Something to do on a connection. */
  @FunctionalInterface
  interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Writes. IMMEDIATE: who reads first and writes later would find its snapshot outdated. */
  static <T> T write(Connection connection, Work<T> work) throws SQLException {
    return run(connection, "BEGIN IMMEDIATE", work);
  }

  /** Reads as of one moment. */
  static <T> T read(Connection connection, Work<T> work) throws SQLException {
    return run(connection, "BEGIN", work);
  }

  /** Executes a script as it is, without values. */
  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static <T> T run(Connection connection, String begin, Work<T> work) throws SQLException {
    execute(connection, begin);
    boolean done = false;
    try {
      T result = work.on(connection);
      execute(connection, "COMMIT");
      done = true;
      return result;
    } finally {
      if (!done) {
        rollBack(connection);
      }
    }
  }

  /**
   * SQLite may have rolled back already, when the disk is full for one; then this fails, and what
   * led here is what matters. The connection is given up, for nobody knows how it stands.
   */
  private static void rollBack(Connection connection) throws SQLException {
    try {
      execute(connection, "ROLLBACK");
    } catch (SQLException alreadyRolledBack) {
      connection.close();
    }
  }
}
