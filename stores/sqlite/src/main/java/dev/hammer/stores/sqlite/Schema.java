package dev.hammer.stores.sqlite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * The tables of the store, made by numbered scripts; {@code user_version} counts those that ran.
 * The application id tells a Hammer store from other people's databases.
 */
final class Schema {
  static final List<String> SCRIPTS =
      List.of(
          "schema/1.sql",
          "schema/2.sql",
          "schema/3.sql",
          "schema/4.sql",
          "schema/5.sql",
          "schema/6.sql");

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
      var _ = Transaction.write(connection, this::upgrade);
    }
  }

  static int version(Connection connection) throws SQLException {
    return number(connection, "PRAGMA user_version");
  }

  /** What a file says it is, all at one moment: another process may be creating it. */
  private record Identity(int version, int application, int objects) {
    static Identity of(Connection connection) throws SQLException {
      return new Identity(
          Schema.version(connection),
          number(connection, "PRAGMA application_id"),
          number(connection, "SELECT count(*) FROM sqlite_schema"));
    }

    boolean isForeign() {
      return application != APPLICATION_ID && (version != 0 || objects > 0);
    }
  }

  private void refuseUnknown(Connection connection) throws SQLException {
    Identity identity = Transaction.read(connection, Identity::of);
    if (identity.isForeign()) {
      throw failures.foreign();
    }
    if (identity.version() > scripts.size()) {
      throw failures.newer(identity.version(), scripts.size());
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
        Transaction.execute(connection, "PRAGMA journal_mode = WAL");
        return;
      } catch (SQLException failed) {
        if (!StoreFailure.isBusy(failed) || System.nanoTime() > deadline) {
          throw failed;
        }
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      }
    }
  }

  private int upgrade(Connection connection) throws SQLException {
    for (int next = version(connection) + 1; next <= scripts.size(); next++) {
      Transaction.execute(connection, script(scripts.get(next - 1)));
      Transaction.execute(connection, "PRAGMA user_version = " + next);
    }
    Transaction.execute(connection, "PRAGMA application_id = " + APPLICATION_ID);
    return scripts.size();
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

  private static int number(Connection connection, String sql) throws SQLException {
    return Math.toIntExact(Sql.of(sql).single(connection, row -> row.first()));
  }
}
