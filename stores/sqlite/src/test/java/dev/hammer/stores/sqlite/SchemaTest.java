package dev.hammer.stores.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hammer.core.issue.HistoryQuery;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.whitelist.WhitelistEntry;
import dev.hammer.core.whitelist.WhitelistScope;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.IssueBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

final class SchemaTest {
  private static final int OPENERS = 8;
  private static final int NEXT = Schema.SCRIPTS.size() + 1;
  private static final List<String> ONE_MORE = with("schema-test/next.sql");

  @TempDir private Path folder;
  private StoreFile file;

  @BeforeEach
  void nameFile() {
    file = new StoreFile(folder.resolve("hammer.db"));
  }

  @Test
  void anOlderStoreIsUpgradedByTheMissingScripts() throws SQLException {
    SqliteStore.open(file.path(), InstantSource.system()).close();

    try (Connection connection = connect()) {
      prepare(connection, ONE_MORE);

      assertThat(Schema.version(connection)).isEqualTo(NEXT);
      assertThat(columns(connection)).contains("added");
    }
    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> SqliteStore.open(file.path(), InstantSource.system()))
        .withMessageContaining("schema " + NEXT);
  }

  @Test
  void aNewStoreRunsAllScripts() throws SQLException {
    try (Connection connection = connect()) {
      prepare(connection, ONE_MORE);

      assertThat(Schema.version(connection)).isEqualTo(NEXT);
    }
  }

  @Test
  void anUpgradeThatFailsLeavesTheStoreAsItWas() throws SQLException {
    SqliteStore.open(file.path(), InstantSource.system()).close();

    try (Connection connection = connect()) {
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(
              () -> prepare(connection, with("schema-test/next.sql", "schema-test/broken.sql")));

      assertThat(Schema.version(connection)).isEqualTo(Schema.SCRIPTS.size());
      assertThat(columns(connection)).isNotEmpty().doesNotContain("added");
    }
  }

  @Test
  void aStoreOfSchemaOneKeepsAllItHasAndListsItsHistory() throws SQLException {
    file.create();
    try (Connection connection = connect()) {
      prepare(connection, List.of("schema/1.sql"));
      assertThat(Schema.version(connection)).isEqualTo(1);
      var _ =
          IssueWrites.on(
              connection,
              w ->
                  w.apply(
                      Optional.empty(), List.of(Changes.born(IssueBuilder.issue("a").build()))));
    }

    try (Store store = SqliteStore.open(file.path(), InstantSource.system())) {
      IssueKey key = IssueBuilder.issue("a").build().key();
      assertThat(store.issues(List.of(key))).containsExactly(IssueBuilder.issue("a").build());
      assertThat(store.history(HistoryQuery.ALL, "", 5).entries())
          .isEqualTo(store.history(key))
          .hasSize(1);
      assertThat(store.defects()).isEmpty();
    }
    try (Connection connection = connect()) {
      assertThat(Schema.version(connection)).isEqualTo(Schema.SCRIPTS.size());
    }
  }

  @Test
  void acceptancesOfOlderSchemasSayWhatTheyAlwaysSaid() throws SQLException {
    file.create();
    try (Connection connection = connect()) {
      prepare(connection, Schema.SCRIPTS.subList(0, 2));
      assertThat(
              Sql.of(
                      "INSERT INTO whitelist VALUES ('w-1', 's3_bucket_acl', '111111111111',"
                          + " 'logs-*', 'old', 'lea', NULL, '2026-03-01T12:00:00.000000000Z',"
                          + " NULL, 'store')")
                  .update(connection))
          .isEqualTo(1);
    }

    try (Store store = SqliteStore.open(file.path(), InstantSource.system())) {
      assertThat(store.entries())
          .extracting(WhitelistEntry::scope)
          .containsExactly(WhitelistScope.of("s3_bucket_acl", "111111111111", "logs-*"));
    }
  }

  @Test
  void manyMayCreateAStoreAtOnce() throws Exception {
    for (int round = 0; round < 25; round++) {
      Path fresh = folder.resolve("round-" + round + ".db");
      CyclicBarrier start = new CyclicBarrier(OPENERS);
      Callable<Store> opener =
          () -> {
            start.await();
            return SqliteStore.open(fresh, InstantSource.system());
          };
      List<Future<Store>> stores = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(OPENERS)) {
        for (int i = 0; i < OPENERS; i++) {
          stores.add(threads.submit(opener));
        }
        for (Future<Store> store : stores) {
          assertThat(store.get().slices()).isEmpty();
          store.get().close();
        }
      }
    }
  }

  private static List<String> with(String... more) {
    return Stream.concat(Schema.SCRIPTS.stream(), Stream.of(more)).toList();
  }

  private static void prepare(Connection connection, List<String> scripts) throws SQLException {
    StoreFailure failures = new StoreFailure(new StoreFile(Path.of("test.db")));
    new Schema(failures, scripts).prepare(connection, System.nanoTime());
  }

  private Connection connect() throws SQLException {
    return new SQLiteConfig().createConnection(file.url());
  }

  private static List<String> columns(Connection connection) throws SQLException {
    return Sql.of("PRAGMA table_info(scans)").list(connection, row -> row.text("name"));
  }
}
