package dev.hammer.stores.sqlite;

import dev.hammer.core.ledger.LedgerEntry;
import dev.hammer.core.ledger.Worker;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Unit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The ledgers of scans: claimed and finished units, and who works. */
final class LedgerRows {
  private static final String WHERE_UNIT =
      " WHERE scan = ? AND account = ? AND region = ? AND service = ?";

  private LedgerRows() {}

  static boolean claim(
      Connection connection, String scanId, Unit unit, String worker, Optional<String> from)
      throws SQLException {
    return from.isPresent()
        ? takeOver(scanId, unit, worker, from.get()).update(connection) > 0
        : claim(scanId, unit, worker).update(connection) > 0;
  }

  static boolean finish(
      Connection connection, String scanId, Unit unit, String worker, long resources)
      throws SQLException {
    Sql update =
        Sql.of("UPDATE ledger SET done = 1, resources = ?" + WHERE_UNIT + " AND worker = ?")
            .number(resources);
    return bind(update, scanId, unit).text(worker).update(connection) > 0;
  }

  static void release(Connection connection, String scanId, Collection<Unit> units, String worker)
      throws SQLException {
    for (Unit unit : units) {
      bind(Sql.of("DELETE FROM ledger" + WHERE_UNIT + " AND worker = ? AND done = 0"), scanId, unit)
          .text(worker)
          .update(connection);
    }
  }

  static List<LedgerEntry> entries(Connection connection, String scanId, AccountId account)
      throws SQLException {
    return Sql.of("SELECT * FROM ledger WHERE scan = ? AND account = ?")
        .text(scanId)
        .text(account.id())
        .list(connection, LedgerRows::entry)
        .stream()
        .sorted(Comparator.comparing(LedgerEntry::unit))
        .toList();
  }

  static void beat(Connection connection, String scanId, Worker worker) throws SQLException {
    Sql.of(
            "INSERT INTO workers (scan, id, host, process, until, beats, figures) VALUES ("
                + Sql.places(7)
                + ") ON CONFLICT (scan, id) DO UPDATE SET until = excluded.until,"
                + " beats = excluded.beats, figures = excluded.figures")
        .text(scanId)
        .text(worker.id())
        .text(worker.host())
        .number(worker.process())
        .instant(worker.until())
        .number(worker.beats())
        .json(worker.figures())
        .update(connection);
  }

  static List<Worker> workers(Connection connection, String scanId) throws SQLException {
    return Sql.of("SELECT * FROM workers WHERE scan = ? ORDER BY id")
        .text(scanId)
        .list(connection, LedgerRows::worker);
  }

  static void clear(Connection connection, String scanId) throws SQLException {
    Sql.of("DELETE FROM ledger WHERE scan = ?").text(scanId).update(connection);
    Sql.of("DELETE FROM workers WHERE scan = ?").text(scanId).update(connection);
  }

  private static Sql claim(String scanId, Unit unit, String worker) {
    Sql insert =
        Sql.of(
            "INSERT INTO ledger (scan, account, region, service, worker, done, resources)"
                + " VALUES (?, ?, ?, ?, ?, 0, 0) ON CONFLICT DO NOTHING");
    return bind(insert, scanId, unit).text(worker);
  }

  private static Sql takeOver(String scanId, Unit unit, String worker, String from) {
    Sql update =
        Sql.of("UPDATE ledger SET worker = ?" + WHERE_UNIT + " AND worker = ? AND done = 0");
    return bind(update.text(worker), scanId, unit).text(from);
  }

  private static Sql bind(Sql sql, String scanId, Unit unit) {
    return sql.text(scanId)
        .text(unit.account().id())
        .text(unit.region().name())
        .text(unit.service());
  }

  private static LedgerEntry entry(Row row) throws SQLException {
    return new LedgerEntry(
        new Unit(
            row.as("account", AccountId::of), row.as("region", Region::of), row.text("service")),
        row.text("worker"),
        row.flag("done"),
        row.number("resources"));
  }

  private static Worker worker(Row row) throws SQLException {
    return new Worker(
        row.text("id"),
        row.text("host"),
        row.number("process"),
        row.instant("until"),
        row.number("beats"),
        row.fields("figures"));
  }
}
