package dev.hammer.stores.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The tables of the store, made by numbered scripts; {@code user_version} counts those that ran.
 * The application id tells a Hammer store from other people's databases.
 */
final class Schema {
  static final List<String> SCRIPTS = List.of("schema/1.sql");

  /** "Hamr". */
  static final int APPLICATION_ID = 0x48616d72;

  private static final Duration BETWEEN_TRIES = Duration.ofMillis(10);

  private final StoreFailure failures;
  private final List<String> scripts;

  Schema(StoreFailure failures, List<String> scripts) {
    this.failures = failures;
    this.scripts = List.copyOf(scripts);
  }

  /** Makes or upgrades the tables; refuses what it does not know without touching it. */
  void prepare(Connection connection, long deadline) throws SQLException {
    refuseUnknown(connection);
    writeAhead(connection, deadline);
    if (version(connection) < scripts.size()) {
      upgrade(connection);
    }
  }

  static int version(Connection connection) throws SQLException {
    return number(connection, "PRAGMA user_version");
  }

  private void refuseUnknown(Connection connection) throws SQLException {
    int version = version(connection);
    boolean ours = number(connection, "PRAGMA application_id") == APPLICATION_ID;
    if (!ours && (version != 0 || number(connection, "SELECT count(*) FROM sqlite_schema") > 0)) {
      throw failures.foreign();
    }
    if (version > scripts.size()) {
      throw failures.newer(version, scripts.size());
    }
  }

  /**
   * Switches to write-ahead logging, which the file remembers. For this SQLite needs the file alone
   * and does not wait for it, so two that create a store at once would fail by luck.
   */
  private static void writeAhead(Connection connection, long deadline) throws SQLException {
    while (!Sql.of("PRAGMA journal_mode")
        .single(connection, row -> row.text("journal_mode"))
        .equals("wal")) {
      try {
        execute(connection, "PRAGMA journal_mode = WAL");
        return;
      } catch (SQLException failed) {
        if (!StoreFailure.isBusy(failed) || System.nanoTime() > deadline) {
          throw failed;
        }
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      }
    }
  }

  private void upgrade(Connection connection) throws SQLException {
    execute(connection, "BEGIN IMMEDIATE");
    boolean done = false;
    try {
      for (int next = version(connection) + 1; next <= scripts.size(); next++) {
        execute(connection, script(scripts.get(next - 1)));
        execute(connection, "PRAGMA user_version = " + next);
      }
      execute(connection, "PRAGMA application_id = " + APPLICATION_ID);
      execute(connection, "COMMIT");
      done = true;
    } finally {
      if (!done) {
        execute(connection, "ROLLBACK");
      }
    }
  }

  private static String script(String name) {
    try (InputStream script = Schema.class.getResourceAsStream(name)) {
      if (script == null) {
        throw new IllegalStateException("missing in the program: " + name);
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static int number(Connection connection, String sql) throws SQLException {
    return Math.toIntExact(Sql.of(sql).single(connection, row -> row.first()));
  }
}
