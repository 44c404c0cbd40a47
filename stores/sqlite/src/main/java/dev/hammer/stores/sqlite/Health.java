package dev.hammer.stores.sqlite;

import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Status;
import dev.hammer.core.value.Value;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Set;

/** Facts about the store; gathering them writes a row, to prove that this is possible. */
final class Health {
  private final Database database;
  private final InstantSource clock;

  Health(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  Value.Fields fields() {
    database.change(this::probe);
    return database.read(this::facts);
  }

  private void probe(Connection connection) throws SQLException {
    Sql.of(
            "INSERT INTO probe (id, at) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at")
        .instant(clock.instant())
        .update(connection);
  }

  private Value.Fields facts(Connection connection) throws SQLException {
    return Value.fields()
        .put("store", database.file().uri())
        .put("schema", Schema.version(connection))
        .put("open_issues", openIssues(connection))
        .put("written_at", Value.of(clock.instant()))
        .put("size_bytes", database.file().size())
        .put("free_bytes", database.file().freeSpace())
        .build();
  }

  private static long openIssues(Connection connection) throws SQLException {
    return Tallies.count(connection, IssueQuery.ALL.withStatuses(Set.of(Status.OPEN)));
  }
}
