package dev.hammer.stores.sqlite;

import static dev.hammer.testing.store.IssueBuilder.issue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Status;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.Stored;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.IssueBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/** Kept counts are those of the issues, and a store says so if they are not. */
final class TalliesTest {
  private static final IssueQuery OPEN = IssueQuery.ALL.withStatuses(Set.of(Status.OPEN));

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void fillStore() {
    file = folder.resolve("hammer.db");
    try (Store store = open()) {
      for (String id : List.of("a", "b", "c")) {
        store.apply(Optional.empty(), List.of(Changes.born(issue(id).build())));
      }
    }
  }

  @Test
  void countsThatAreWrongAreADefectUntilTheyAreCountedAnew() throws SQLException {
    for (String damage :
        List.of(
            "UPDATE tallies SET issues = issues + 1",
            "DELETE FROM tallies",
            "INSERT INTO tallies VALUES ('1', 'r', 'c', 'open', 10, 'r', 1)")) {
      execute(damage);
      try (Store store = open()) {
        assertThat(store.defects())
            .as(damage)
            .containsExactly(
                "1 of the kept counts of issues are wrong; hammer store compact counts them anew");

        store.compact();

        assertThat(store.defects()).isEmpty();
        assertThat(store.count(OPEN)).isEqualTo(3);
      }
    }
  }

  @Test
  void whatIsRolledBackIsNotCounted() {
    try (Store store = open()) {
      Issue a = issue("a").build();
      Issue resolved = IssueBuilder.after(a).resolved(IssueBuilder.FOUND).build();
      Stored stored =
          store.apply(
              Optional.empty(),
              List.of(Changes.born(issue("d").build()), Changes.change(resolved, resolved)));

      assertThat(stored).isInstanceOf(Stored.Conflict.class);
      assertThat(store.count(IssueQuery.ALL)).isEqualTo(3);
      assertThat(store.defects()).isEmpty();
    }
  }

  @Test
  void whoeverChangesARowChangesTheCounts() throws SQLException {
    execute("UPDATE issues SET region = 'us-east-1', severity = 10 WHERE issue_id = 'a'");
    execute("DELETE FROM issues WHERE issue_id = 'b'");

    try (Store store = open()) {
      assertThat(store.count(OPEN)).isEqualTo(2);
      assertThat(store.places().orElseThrow().regions()).hasSize(2);
      assertThat(store.defects()).isEmpty();
    }
  }

  private Store open() {
    return SqliteStore.open(file, InstantSource.system());
  }

  private void execute(String sql) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    try (Connection connection = config.createConnection(new StoreFile(file).url())) {
      Transaction.execute(connection, sql);
    }
  }
}
