package dev.hammer.stores.sqlite;

import dev.hammer.core.value.Value;
import dev.hammer.core.whitelist.AccountScope;
import dev.hammer.core.whitelist.TagScope;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.core.whitelist.WhitelistScope;
import dev.hammer.json.JsonText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/** Accepted risks that were added by command. */
final class WhitelistRows {
  private WhitelistRows() {}

  static List<WhitelistEntry> all(Connection connection) throws SQLException {
    return Sql.of("SELECT * FROM whitelist").list(connection, WhitelistRows::entry).stream()
        .sorted(Comparator.comparing(WhitelistEntry::id))
        .toList();
  }

  /** Adds an entry, unless one of its id is there: then false. */
  static boolean add(Connection connection, WhitelistEntry entry) throws SQLException {
    return Sql.of(
                "INSERT INTO whitelist (id, check_id, account, resource, reason, owner, ticket,"
                    + " created, expires, source, tags) VALUES ("
                    + Sql.places(11)
                    + ") ON CONFLICT (id) DO NOTHING")
            .text(entry.id())
            .text(entry.scope().check())
            .text(entry.scope().accounts().toString())
            .text(entry.scope().resource())
            .text(entry.reason())
            .text(entry.owner())
            .text(entry.ticket())
            .instant(entry.created())
            .instant(entry.expires())
            .text(entry.source())
            .json(entry.scope().tags().toValue())
            .update(connection)
        == 1;
  }

  /** Sets the end of an entry, if it is there: else false. */
  static boolean end(Connection connection, WhitelistEntry entry) throws SQLException {
    return Sql.of("UPDATE whitelist SET expires = ? WHERE id = ?")
            .instant(entry.expires())
            .text(entry.id())
            .update(connection)
        == 1;
  }

  private static WhitelistEntry entry(Row row) throws SQLException {
    return new WhitelistEntry(
        row.text("id"),
        new WhitelistScope(
            row.text("check_id"),
            AccountScope.parse(row.text("account")),
            row.text("resource"),
            row.as("tags", text -> TagScope.read((Value.Fields) JsonText.parseWritten(text)))),
        row.text("reason"),
        row.text("owner"),
        row.optional("ticket"),
        row.instant("created"),
        row.optionalInstant("expires"),
        row.text("source"));
  }
}
