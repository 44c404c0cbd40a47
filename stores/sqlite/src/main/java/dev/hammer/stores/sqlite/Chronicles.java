package dev.hammer.stores.sqlite;

import dev.hammer.core.issue.Chronicle;
import dev.hammer.core.issue.Issue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** All issues with proof and history, as they stood at one moment. */
final class Chronicles {
  private Chronicles() {}

  static void each(Connection connection, Consumer<Chronicle> each) throws SQLException {
    var _ =
        Transaction.read(
            connection,
            c -> {
              try (Statements statements = new Statements(c)) {
                IssueReads.all().each(c, row -> chronicle(statements, row), each);
              }
              return true;
            });
  }

  private static Chronicle chronicle(Statements statements, Row row) throws SQLException {
    Issue issue = IssueRows.issue(row);
    long id = row.number("id");
    return new Chronicle(
        issue, ProofRows.of(statements, id), HistoryRows.of(statements, id, issue.key()));
  }
}
