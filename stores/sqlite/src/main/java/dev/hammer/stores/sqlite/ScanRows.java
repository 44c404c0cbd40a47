package dev.hammer.stores.sqlite;

import dev.hammer.core.scan.Scan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Scans, running and ended. */
final class ScanRows {
  private ScanRows() {}

  static void put(Connection connection, Scan scan) throws SQLException {
    Sql.of(
            "INSERT INTO scans (id, started, ended, outcome, whole, config_hash, identity, figures)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                + " started = excluded.started, ended = excluded.ended,"
                + " outcome = excluded.outcome, whole = excluded.whole,"
                + " config_hash = excluded.config_hash, identity = excluded.identity,"
                + " figures = excluded.figures")
        .text(scan.id())
        .instant(scan.started())
        .instant(scan.ended())
        .text(scan.outcome().word())
        .flag(scan.whole())
        .text(scan.configHash())
        .text(scan.identity())
        .json(scan.figures())
        .update(connection);
  }

  static Optional<Scan> byId(Connection connection, String id) throws SQLException {
    return Sql.of("SELECT * FROM scans WHERE id = ?").text(id).first(connection, ScanRows::scan);
  }

  static Sql latest(int limit) {
    return Sql.of("SELECT * FROM scans ORDER BY started DESC, id DESC LIMIT ?")
        .number(Math.max(0, limit));
  }

  static List<Scan> latest(Connection connection, int limit) throws SQLException {
    return latest(limit).list(connection, ScanRows::scan);
  }

  static void each(Connection connection, Consumer<Scan> each) throws SQLException {
    latest(Integer.MAX_VALUE).each(connection, ScanRows::scan, each);
  }

  static void discard(Connection connection, Collection<String> ids) throws SQLException {
    for (String id : ids) {
      Sql.of("DELETE FROM scans WHERE id = ?").text(id).update(connection);
    }
  }

  private static Scan scan(Row row) throws SQLException {
    return new Scan(
        row.text("id"),
        row.instant("started"),
        row.optionalInstant("ended"),
        row.as("outcome", word -> Scan.Outcome.valueOf(word.toUpperCase(Locale.ROOT))),
        row.flag("whole"),
        row.text("config_hash"),
        row.text("identity"),
        row.fields("figures"));
  }
}
