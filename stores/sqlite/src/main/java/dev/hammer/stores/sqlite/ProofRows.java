package dev.hammer.stores.sqlite;

import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.Proof;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The evidence of each issue, apart from it: listings never read it. */
final class ProofRows {
  private ProofRows() {}

  static void put(Statements statements, long issue, Proof proof) throws SQLException {
    Sql.of(
            "INSERT INTO proofs (issue, read_at, calls, evidence) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (issue) DO UPDATE SET read_at = excluded.read_at,"
                + " calls = excluded.calls, evidence = excluded.evidence")
        .number(issue)
        .instant(proof.readAt())
        .list(proof.calls())
        .json(proof.evidence())
        .update(statements);
  }

  static Optional<Proof> of(Connection connection, IssueKey key) throws SQLException {
    Sql select =
        Sql.of(
            "SELECT * FROM proofs WHERE issue = (SELECT id FROM issues"
                + IssueRows.WHERE_KEY
                + ")");
    return IssueRows.bindKey(select, key).first(connection, ProofRows::proof);
  }

  /** The proof of the issue in that row. */
  static Optional<Proof> of(Statements statements, long issue) throws SQLException {
    return Sql.of("SELECT * FROM proofs WHERE issue = ?")
        .number(issue)
        .list(statements, ProofRows::proof)
        .stream()
        .findFirst();
  }

  private static Proof proof(Row row) throws SQLException {
    return new Proof(row.instant("read_at"), row.list("calls"), row.fields("evidence"));
  }
}
