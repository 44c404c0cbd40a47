package dev.hammer.stores.sqlite;

import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.IssueKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What happened to issues, in the order in which it was stored. */
final class HistoryRows {
  private HistoryRows() {}

  static void add(Statements statements, long issue, HistoryEntry entry) throws SQLException {
    Sql.of(
            "INSERT INTO history (issue, at, kind, actor, scan, text, before, after) VALUES ("
                + Sql.places(8)
                + ")")
        .number(issue)
        .instant(entry.at())
        .text(entry.kind().word())
        .text(entry.actor())
        .text(entry.scanId())
        .text(entry.text())
        .json(entry.before())
        .json(entry.after())
        .update(statements);
  }

  static List<HistoryEntry> of(Connection connection, IssueKey key) throws SQLException {
    return select(key).list(connection, row -> entry(key, row));
  }

  /** The history of the issue in that row. */
  static List<HistoryEntry> of(Statements statements, long issue, IssueKey key)
      throws SQLException {
    return Sql.of("SELECT * FROM history WHERE issue = ? ORDER BY id")
        .number(issue)
        .list(statements, row -> entry(key, row));
  }

  static Sql select(IssueKey key) {
    return IssueRows.bindKey(
        Sql.of(
            "SELECT * FROM history WHERE issue = (SELECT id FROM issues"
                + IssueRows.WHERE_KEY
                + ") ORDER BY id"),
        key);
  }

  static HistoryEntry entry(IssueKey key, Row row) throws SQLException {
    return new HistoryEntry(
        key,
        row.instant("at"),
        row.as("kind", EventKind::parse),
        row.text("actor"),
        row.optional("scan"),
        row.text("text"),
        row.fields("before"),
        row.fields("after"));
  }
}
