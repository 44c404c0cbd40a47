package dev.hammer.stores.sqlite;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.Ref;
import dev.hammer.core.issue.Status;
import dev.hammer.core.scan.Slice;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Finds issues, always by an index unless all are wanted. */
final class IssueReads {
  private static final List<String> LIVE =
      Arrays.stream(Status.values()).filter(Status::isLive).map(Status::word).toList();

  /** Sorts after every digit of a ref. */
  private static final String AFTER_DIGITS = "{";

  private IssueReads() {}

  static Sql live(Slice slice) {
    return Sql.of(
            "SELECT * FROM issues INDEXED BY issues_by_slice"
                + " WHERE account = ? AND unit_region = ? AND check_id = ?"
                + " AND status IN ("
                + Sql.places(LIVE.size())
                + ") ORDER BY issue_id")
        .text(slice.account().id())
        .text(slice.region().name())
        .text(slice.check())
        .texts(LIVE);
  }

  static Sql byKey(IssueKey key) {
    return IssueRows.bindKey(Sql.of("SELECT * FROM issues" + IssueRows.WHERE_KEY), key);
  }

  static Sql byRef(String prefix, int limit) {
    return Sql.of(
            "SELECT * FROM issues WHERE ref >= ? AND ref < ?"
                + " ORDER BY ref, check_id, account, issue_id LIMIT ?")
        .text(prefix)
        .text(prefix + AFTER_DIGITS)
        .number(Math.max(0, limit));
  }

  static Sql all() {
    return Sql.of("SELECT * FROM issues ORDER BY check_id, account, issue_id");
  }

  static List<Issue> issues(Connection connection, Collection<IssueKey> keys) throws SQLException {
    List<Issue> issues = new ArrayList<>();
    for (IssueKey key : new TreeSet<>(keys)) {
      byKey(key).first(connection, IssueRows::issue).ifPresent(issues::add);
    }
    return issues;
  }

  static List<Issue> byRef(Connection connection, String prefix, int limit) throws SQLException {
    return Ref.isPrefix(prefix)
        ? byRef(prefix, limit).list(connection, IssueRows::issue)
        : List.of();
  }
}
