package dev.hammer.stores.sqlite;

import dev.hammer.core.issue.Change;
import dev.hammer.core.issue.Chronicle;
import dev.hammer.core.issue.HistoryEntry;
import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.Reporting;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.scan.Slice;
import dev.hammer.core.scan.SliceState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Conditional writes, inside one transaction. All conditions are tested before the first write; as
 * the transaction is the only one that writes, they still hold at the last.
 */
final class IssueWrites {
  private final Connection connection;
  private final Statements statements;

  private IssueWrites(Statements statements) {
    this.connection = statements.connection();
    this.statements = statements;
  }

  /** What to write. */
  @FunctionalInterface
  interface Work<T> {
    T with(IssueWrites writes) throws SQLException;
  }

  /** Writes on a connection that is inside a transaction. */
  static <T> T on(Connection connection, Work<T> work) throws SQLException {
    try (Statements statements = new Statements(connection)) {
      return work.with(new IssueWrites(statements));
    }
  }

  /** An issue as it stands in the table. */
  private record Standing(long id, long version) {}

  Stored apply(Optional<SliceState> slice, List<Change> changes) throws SQLException {
    if (slice.isPresent() && SliceRows.hasLater(connection, slice.get())) {
      return new Stored.Superseded();
    }
    Stored stored = write(changes);
    if (stored instanceof Stored.Applied && slice.isPresent()) {
      SliceRows.put(connection, slice.get());
    }
    return stored;
  }

  Stored applyPart(Slice slice, Instant began, List<Change> changes) throws SQLException {
    return SliceRows.hasLater(connection, slice, began) ? new Stored.Superseded() : write(changes);
  }

  private Stored write(List<Change> changes) throws SQLException {
    Map<IssueKey, Standing> standing = standing(changes);
    List<IssueKey> conflicts = conflicts(changes, standing);
    if (!conflicts.isEmpty()) {
      return new Stored.Conflict(conflicts);
    }
    for (Change change : changes) {
      write(change, Optional.ofNullable(standing.get(change.after().key())));
    }
    return new Stored.Applied();
  }

  Stored report(Issue before, Status status, Reporting reporting, HistoryEntry entry)
      throws SQLException {
    Optional<Standing> now = standing(before.key());
    if (now.filter(standing -> standing.version() == before.version()).isEmpty()) {
      return new Stored.Conflict(List.of(before.key()));
    }
    Sql report = Sql.of(IssueRows.REPORT).text(status.word());
    touch(IssueRows.bindReporting(report, reporting), now.get());
    HistoryRows.add(statements, now.get().id(), entry);
    return new Stored.Applied();
  }

  /** Inserts issues with all their past; answers those that are there already. */
  List<IssueKey> restore(List<Chronicle> chronicles) throws SQLException {
    List<IssueKey> there = new ArrayList<>();
    for (Chronicle chronicle : chronicles) {
      if (standing(chronicle.issue().key()).isPresent()) {
        there.add(chronicle.issue().key());
      } else {
        insert(chronicle);
      }
    }
    return there;
  }

  private void insert(Chronicle chronicle) throws SQLException {
    Issue issue = chronicle.issue();
    long id =
        IssueRows.bindInsert(Sql.of(IssueRows.INSERT), issue, issue.version())
            .list(statements, row -> row.number("id"))
            .getFirst();
    name(id, issue.resource());
    for (HistoryEntry entry : chronicle.history()) {
      HistoryRows.add(statements, id, entry);
    }
    if (chronicle.proof().isPresent()) {
      ProofRows.put(statements, id, chronicle.proof().get());
    }
  }

  private Map<IssueKey, Standing> standing(List<Change> changes) throws SQLException {
    Map<IssueKey, Standing> standing = new TreeMap<>();
    for (Change change : changes) {
      IssueKey key = change.after().key();
      standing(key).ifPresent(found -> standing.put(key, found));
    }
    return standing;
  }

  private Optional<Standing> standing(IssueKey key) throws SQLException {
    return IssueRows.bindKey(Sql.of("SELECT id, version FROM issues" + IssueRows.WHERE_KEY), key)
        .list(statements, row -> new Standing(row.number("id"), row.number("version")))
        .stream()
        .findFirst();
  }

  private static List<IssueKey> conflicts(List<Change> changes, Map<IssueKey, Standing> standing) {
    Set<IssueKey> conflicts = new TreeSet<>();
    Set<IssueKey> seen = new TreeSet<>();
    for (Change change : changes) {
      IssueKey key = change.after().key();
      if (!seen.add(key)
          || change.before().filter(before -> !before.key().equals(key)).isPresent()) {
        throw new IllegalArgumentException("one change for each issue, and of the same: " + key);
      }
      Optional<Long> expected = change.before().map(Issue::version);
      Optional<Long> found = Optional.ofNullable(standing.get(key)).map(Standing::version);
      if (!expected.equals(found)) {
        conflicts.add(key);
      }
    }
    return new ArrayList<>(conflicts);
  }

  private void write(Change change, Optional<Standing> standing) throws SQLException {
    Issue after = change.after();
    long id;
    if (standing.isPresent()) {
      id = standing.get().id();
      update(change, standing.get());
    } else {
      id = insert(after);
      name(id, after.resource());
    }
    if (change.entry().isPresent()) {
      HistoryRows.add(statements, id, change.entry().get());
    }
    if (change.proof().isPresent()) {
      ProofRows.put(statements, id, change.proof().get());
    }
  }

  private long insert(Issue issue) throws SQLException {
    return IssueRows.bindInsert(Sql.of(IssueRows.INSERT), issue)
        .list(statements, row -> row.number("id"))
        .getFirst();
  }

  private void update(Change change, Standing standing) throws SQLException {
    Issue before = change.before().orElseThrow();
    Issue after = change.after();
    touch(IssueRows.bindIdentified(Sql.of(IssueRows.UPDATE), after), standing);
    if (startsNewLife(before, after)) {
      Sql forget = Sql.of("UPDATE issues SET reported = ?, closed = ?, ticket = ? WHERE id = ?");
      IssueRows.bindReporting(forget, Reporting.NONE).number(standing.id()).update(statements);
    }
    if (!before.resource().equals(after.resource())) {
      Sql.of("DELETE FROM names WHERE issue = ?").number(standing.id()).update(statements);
      name(standing.id(), after.resource());
    }
  }

  private static boolean startsNewLife(Issue before, Issue after) {
    return before.status() == Status.CLOSED
        && after.status() != Status.CLOSED
        && after.reporting().equals(Reporting.NONE);
  }

  private void touch(Sql update, Standing standing) throws SQLException {
    int rows = update.number(standing.id()).number(standing.version()).update(statements);
    if (rows != 1) {
      throw new IllegalStateException("an issue changed inside a transaction");
    }
  }

  private void name(long id, ResourceRef resource) throws SQLException {
    Set<String> names = new TreeSet<>(resource.aliases());
    names.add(resource.id());
    resource.arn().ifPresent(names::add);
    for (String name : names) {
      Sql.of("INSERT INTO names (name, issue) VALUES (?, ?)")
          .text(name)
          .number(id)
          .update(statements);
    }
  }
}
