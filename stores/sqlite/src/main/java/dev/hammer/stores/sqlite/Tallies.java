package dev.hammer.stores.sqlite;

import dev.hammer.core.check.Severity;
import dev.hammer.core.issue.IssuePlaces;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.SliceTally;
import dev.hammer.core.issue.Status;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.core.scan.Slice;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Counts of issues, kept by triggers in the transaction of every change: whatever process writes,
 * and wherever it ends, they are those of the issues.
 */
final class Tallies {
  private static final String KIND = "account, unit_region, check_id, status, severity, region";
  private static final String COUNTED =
      "SELECT " + KIND + ", count(*) AS issues FROM issues GROUP BY " + KIND;
  private static final String KEPT = "SELECT " + KIND + ", issues FROM tallies";

  private Tallies() {}

  static Sql bySlice(IssueQuery query) {
    return select(
        "account, unit_region, check_id, sum(issues) AS issues",
        query,
        " GROUP BY account, unit_region, check_id ORDER BY account, unit_region, check_id");
  }

  static void bySlice(Connection connection, IssueQuery query, Consumer<SliceTally> each)
      throws SQLException {
    bySlice(query).each(connection, Tallies::slice, each);
  }

  static Map<Severity, Long> bySeverity(Connection connection, IssueQuery query)
      throws SQLException {
    Map<Severity, Long> counts = new EnumMap<>(Severity.class);
    for (Cell cell : cells(connection, query)) {
      counts.merge(cell.severity(), cell.issues(), Long::sum);
    }
    return counts;
  }

  static long count(Connection connection, IssueQuery query) throws SQLException {
    return select("total(issues)", query, "").single(connection, Row::first);
  }

  /** What issues of each status and severity there are, the worst first. */
  static List<Cell> cells(Connection connection, IssueQuery query) throws SQLException {
    return select(
            "status, severity, sum(issues) AS issues",
            query,
            " GROUP BY status, severity ORDER BY severity DESC, status")
        .list(
            connection,
            row ->
                new Cell(
                    row.as("status", Status::parse),
                    row.as("severity", IssueRows::severity),
                    row.number("issues")));
  }

  /** Which values of a column the issues have, in the order of texts. */
  static List<String> values(Connection connection, String column, IssueQuery query)
      throws SQLException {
    return select("DISTINCT " + column, query, " ORDER BY " + column)
        .list(connection, row -> row.text(column));
  }

  static IssuePlaces places(Connection connection) throws SQLException {
    TreeSet<AccountId> accounts = new TreeSet<>();
    TreeSet<String> checks = new TreeSet<>();
    TreeSet<Region> regions = new TreeSet<>();
    values(connection, "account", IssueQuery.ALL).forEach(id -> accounts.add(AccountId.of(id)));
    checks.addAll(values(connection, "check_id", IssueQuery.ALL));
    values(connection, "region", IssueQuery.ALL).forEach(name -> regions.add(Region.of(name)));
    return new IssuePlaces(accounts, checks, regions);
  }

  /** How many kinds of issues are not counted as they are. */
  static long wrong(Connection connection) throws SQLException {
    return Sql.of(
            """
            SELECT count(*) FROM (
              SELECT %1$s FROM (%2$s EXCEPT %3$s) UNION SELECT %1$s FROM (%3$s EXCEPT %2$s))
            """
                .formatted(KIND, COUNTED, KEPT))
        .single(connection, Row::first);
  }

  static void countAnew(Connection connection) throws SQLException {
    Transaction.execute(connection, "DELETE FROM tallies");
    Transaction.execute(connection, "INSERT INTO tallies " + COUNTED);
  }

  private static Sql select(String what, IssueQuery query, String order) {
    Conditions conditions = Conditions.of(query);
    Sql sql = Sql.of("SELECT " + what + " FROM tallies" + conditions.where("") + order);
    conditions.bind(sql);
    return sql;
  }

  private static SliceTally slice(Row row) throws SQLException {
    return new SliceTally(
        new Slice(
            row.as("account", AccountId::of),
            row.as("unit_region", Region::of),
            row.text("check_id")),
        row.number("issues"));
  }
}
