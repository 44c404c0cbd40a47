package dev.hammer.stores.sqlite;

import dev.hammer.core.issue.EventKind;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.HistoryPage;
import dev.hammer.core.issue.HistoryQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Lists what happened to any issue, the latest first, always by an index. */
final class HistoryReads {
  private HistoryReads() {}

  /**
   * A place between two entries: the next page begins below it.
   *
   * @param id of the row, which tells entries of one moment apart
   */
  private record Place(Instant at, long id) {
    static Place parse(String text) {
      int end = text.indexOf('/');
      if (end < 0) {
        throw new IllegalArgumentException("no page of the history begins at " + text);
      }
      return new Place(
          SqlInstant.decode(text.substring(0, end)), Long.parseLong(text.substring(end + 1)));
    }

    @Override
    public String toString() {
      return SqlInstant.encode(at) + "/" + id;
    }
  }

  /** An entry and where it stands. */
  private record Placed(HistoryEntry entry, Place place) {
    static Placed of(Row row) throws SQLException {
      HistoryEntry entry = HistoryRows.entry(IssueRows.key(row), row);
      return new Placed(entry, new Place(entry.at(), row.number("history_id")));
    }
  }

  static HistoryPage page(Connection connection, HistoryQuery query, String from, int limit)
      throws SQLException {
    List<Placed> found = select(query, from, limit).list(connection, Placed::of);
    boolean isLast = found.size() <= limit;
    List<Placed> shown = isLast ? found : found.subList(0, limit);
    return new HistoryPage(
        shown.stream().map(Placed::entry).toList(),
        isLast ? Optional.empty() : Optional.of(shown.getLast().place().toString()));
  }

  /** One more than wanted, which tells whether another page follows. */
  static Sql select(HistoryQuery query, String from, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a page has at least one entry, not " + limit);
    }
    List<String> conditions = new ArrayList<>();
    query.since().ifPresent(_ -> conditions.add("history.at >= ?"));
    query.before().ifPresent(_ -> conditions.add("history.at < ?"));
    query.scanId().ifPresent(_ -> conditions.add("history.scan = ?"));
    anyOf("history.kind", query.kinds(), conditions);
    anyOf("history.actor", query.actors(), conditions);
    if (!from.isEmpty()) {
      conditions.add("(history.at, history.id) < (?, ?)");
    }
    String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    // CROSS JOIN keeps the order: entries come as the index has them, each with its issue.
    Sql sql =
        Sql.of(
            "SELECT history.id AS history_id, history.*, check_id, account, issue_id"
                + " FROM history CROSS JOIN issues ON issues.id = history.issue"
                + where
                + " ORDER BY history.at DESC, history.id DESC LIMIT ?");
    query.since().ifPresent(sql::instant);
    query.before().ifPresent(sql::instant);
    query.scanId().ifPresent(sql::text);
    sql.texts(new TreeSet<>(query.kinds().stream().map(EventKind::word).toList()));
    sql.texts(new TreeSet<>(query.actors()));
    if (!from.isEmpty()) {
      Place place = Place.parse(from);
      sql.instant(place.at()).number(place.id());
    }
    return sql.number(limit + 1L);
  }

  private static void anyOf(String column, Collection<?> wanted, List<String> conditions) {
    if (!wanted.isEmpty()) {
      conditions.add(column + " IN (" + Sql.places(wanted.size()) + ")");
    }
  }
}
