package dev.hammer.stores.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.scan.SliceState;
import dev.hammer.testing.store.Changes;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;

/** Processes that write at once, or die while they do. */
final class SeveralProcessesTest {
  private static final int ROUNDS = 200;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("hammer.db");
  }

  @Test
  void aProcessKilledWhileWritingLeavesWholeTransactions() throws Exception {
    int said = -1;
    try (OtherProcess writer = OtherProcess.start("write", file)) {
      while (said < 30) {
        said = Integer.parseInt(writer.next().orElseThrow());
      }
      writer.kill();
      for (Optional<String> word = writer.next(); word.isPresent(); word = writer.next()) {
        said = Integer.parseInt(word.get());
      }
    }

    try (Store store = SqliteStore.open(file, InstantSource.system())) {
      Map<String, Integer> batches = batches(store);
      assertThat(batches.values()).containsOnly(OtherProcess.AT_ONCE);
      assertThat(batches.size())
          .as("batches, of which %s was the last said", said)
          .isBetween(said + 1, said + 2);
      assertThat(store.slices())
          .extracting(SliceState::began)
          .containsExactly(Optional.of(OtherProcess.began(batches.size() - 1)));
      assertWhole();
      assertCanWrite(store);
    }
  }

  @Test
  void aProcessKilledInsideATransactionLeavesNothingOfIt() throws Exception {
    try (OtherProcess writer = OtherProcess.start("stop-inside", file)) {
      assertThat(writer.next()).contains("inside");
      try (Store store = SqliteStore.open(file, InstantSource.system())) {
        assertThat(batches(store)).containsExactly(Map.entry("0", OtherProcess.AT_ONCE));
      }
      writer.kill();
    }

    try (Store store = SqliteStore.open(file, InstantSource.system())) {
      assertThat(batches(store)).containsExactly(Map.entry("0", OtherProcess.AT_ONCE));
      assertThat(store.slices()).isEmpty();
      IssueKey unwritten = OtherProcess.batch(1).getFirst().after().key();
      assertThat(store.history(unwritten)).isEmpty();
      assertWhole();
      assertCanWrite(store);
    }
  }

  @Test
  void twoProcessesWritingTheSameIssuesLoseNothing() throws Exception {
    try (Store store = SqliteStore.open(file, InstantSource.system())) {
      store.apply(Optional.empty(), OtherProcess.counters().stream().map(Changes::born).toList());
      String rounds = Integer.toString(ROUNDS);
      try (OtherProcess one = OtherProcess.start(rounds, file);
          OtherProcess two = OtherProcess.start(rounds, file)) {
        for (OtherProcess process : List.of(one, two)) {
          assertThat(process.next()).contains("ready");
        }
        for (OtherProcess process : List.of(one, two)) {
          assertThat(process.next()).contains("done");
          assertThat(process.exitCode()).isZero();
        }
      }

      for (Issue counter : OtherProcess.counters()) {
        Issue end = store.issues(List.of(counter.key())).getFirst();
        assertThat(end.life()).isEqualTo(2 * ROUNDS);
        assertThat(end.version()).isEqualTo(2 * ROUNDS + 1L);
        assertThat(store.history(counter.key())).hasSize(2 * ROUNDS + 1);
      }
      assertWhole();
    }
  }

  private static Map<String, Integer> batches(Store store) {
    Map<String, Integer> batches = new TreeMap<>();
    store.query(
        IssueQuery.ALL,
        issue -> {
          assertThat(store.history(issue.key())).hasSize(1);
          assertThat(store.proof(issue.key())).contains(Changes.proof(issue));
          String id = issue.key().issueId();
          batches.merge(id.substring(0, id.indexOf('/')), 1, Integer::sum);
        });
    return batches;
  }

  private static void assertCanWrite(Store store) {
    store.health();
    assertThat(store.apply(Optional.empty(), OtherProcess.batch(1_000_000)))
        .isInstanceOf(Stored.Applied.class);
  }

  private void assertWhole() throws SQLException {
    try (Connection connection = new SQLiteConfig().createConnection(new StoreFile(file).url())) {
      assertThat(
              Sql.of("PRAGMA integrity_check").list(connection, row -> row.text("integrity_check")))
          .containsExactly("ok");
      assertThat(Sql.of("PRAGMA foreign_key_check").list(connection, row -> row.text("table")))
          .isEmpty();
      assertThat(Tallies.wrong(connection)).as("kept counts that are wrong").isZero();
    }
  }
}
