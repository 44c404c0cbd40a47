package dev.hammer.stores.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What SQLite says of its own file, and whether every row makes sense to us. */
final class Inspection {
  private static final String SOUND = "ok";

  private Inspection() {}

  static List<String> defects(Connection connection) throws SQLException {
    List<String> defects = new ArrayList<>();
    for (String said :
        Sql.of("PRAGMA integrity_check(20)").list(connection, row -> row.text("integrity_check"))) {
      if (!said.equals(SOUND)) {
        defects.add("SQLite: " + said);
      }
    }
    for (String table :
        Sql.of("PRAGMA foreign_key_check").list(connection, row -> row.text("table"))) {
      defects.add("a row of " + table + " belongs to no issue");
    }
    long wrong = Tallies.wrong(connection);
    if (wrong > 0) {
      defects.add(
          wrong + " of the kept counts of issues are wrong; hammer store compact counts them anew");
    }
    return defects;
  }
}
