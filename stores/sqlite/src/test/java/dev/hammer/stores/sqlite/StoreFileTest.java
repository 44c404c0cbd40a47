package dev.hammer.stores.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.hammer.core.issue.IssueQuery;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.StoreException;
import dev.hammer.core.value.Value;
import dev.hammer.testing.store.Changes;
import dev.hammer.testing.store.IssueBuilder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file itself: who may read it, and what is said when it cannot be used. */
final class StoreFileTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("hammer.db");
  }

  @Test
  void onlyTheOwnerMayReadIt() throws IOException {
    Path deep = folder.resolve("a/b/hammer.db");
    try (Store store = SqliteStore.open(deep, CLOCK)) {
      store.health();

      assertThat(permissions(deep)).isEqualTo("rw-------");
      assertThat(permissions(deep.resolveSibling("hammer.db-wal"))).isEqualTo("rw-------");
      assertThat(permissions(deep.resolveSibling("hammer.db-shm"))).isEqualTo("rw-------");
      assertThat(permissions(folder.resolve("a"))).isEqualTo("rwx------");
      assertThat(permissions(folder.resolve("a/b"))).isEqualTo("rwx------");
    }
  }

  @Test
  void anyCharacterMayBeInThePath() {
    for (String name :
        List.of("what?journal_mode=OFF", "50%25 #1", "Kö ln;&'\"", ":memory:", "file:x")) {
      Path odd = folder.resolve(name).resolve("hammer.db?mode=memory");
      try (Store store = SqliteStore.open(odd, CLOCK)) {
        store.apply(Optional.empty(), List.of(Changes.born(IssueBuilder.issue("a").build())));
      }
      try (Store store = SqliteStore.open(odd, CLOCK)) {
        assertThat(store.byRef("", 2)).hasSize(1);
        assertThat(store.uri()).isEqualTo("sqlite:" + odd);
      }
      assertThat(odd).isRegularFile();
    }
  }

  @Test
  void closingLeavesOneFile() throws IOException {
    SqliteStore.open(file, CLOCK).close();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void healthNamesTheSchemaAndProvesThatItCanWrite() {
    try (Store store = SqliteStore.open(file, CLOCK)) {
      Value.Fields health = store.health();

      assertThat(health.text("store")).contains("sqlite:" + file);
      assertThat(health.get("schema")).contains(Value.of(Schema.SCRIPTS.size()));
      assertThat(health.get("open_issues")).contains(Value.of(0));
      assertThat(health.text("written_at")).contains("2026-03-01T12:00:00Z");
      assertThat(health.get("free_bytes")).isPresent().isNotEqualTo(Optional.of(Value.of(0)));
    }
    assertThat(answer("SELECT at FROM probe")).isEqualTo("2026-03-01T12:00:00.000000000Z");
  }

  @Test
  void aNewerSchemaIsRefusedAndNothingChanged() throws IOException {
    SqliteStore.open(file, CLOCK).close();
    execute("PRAGMA user_version = 9", "PRAGMA journal_mode = DELETE");
    byte[] before = Files.readAllBytes(file);

    refused()
        .withMessageStartingWith(
            "The store has schema 9, this Hammer knows 1 to " + Schema.SCRIPTS.size())
        .satisfies(e -> assertThat(e.remedy()).contains("newer Hammer", "nothing was changed"));

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void theDatabaseOfAnotherProgramIsRefusedAndNothingChanged() throws IOException {
    execute("CREATE TABLE bookmarks (url TEXT)", "PRAGMA user_version = 1");
    byte[] before = Files.readAllBytes(file);

    refused().withMessageContaining("database of another program");

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void anEmptyFileBecomesAStore() throws IOException {
    Files.createFile(file);

    try (Store store = SqliteStore.open(file, CLOCK)) {
      assertThat(store.scans(1)).isEmpty();
    }
  }

  @Test
  void whatIsNoDatabaseIsRefusedAndNothingChanged() throws IOException {
    String text = "accounts:\n  - id: 111111111111\n".repeat(100);
    Files.writeString(file, text);

    refused().withMessageContaining("is not a SQLite database");

    assertThat(file).hasContent(text);
  }

  @Test
  void aDamagedFileIsNamedSo() throws IOException {
    try (Store store = SqliteStore.open(file, CLOCK)) {
      for (int i = 0; i < 200; i++) {
        store.apply(
            Optional.empty(), List.of(Changes.born(IssueBuilder.issue("bucket-" + i).build())));
      }
    }
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      byte[] noise = new byte[(int) bytes.length() - 4096];
      Arrays.fill(noise, (byte) 0x5a);
      bytes.seek(4096);
      bytes.write(noise);
    }

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(
            () -> {
              try (Store store = SqliteStore.open(file, CLOCK)) {
                store.query(IssueQuery.ALL, issue -> {});
              }
            })
        .withMessageContaining("is damaged")
        .satisfies(e -> assertThat(e.remedy()).contains(".recover"));
  }

  @Test
  void aRowThatMakesNoSenseIsNamedSo() {
    try (Store store = SqliteStore.open(file, CLOCK)) {
      store.apply(Optional.empty(), List.of(Changes.born(IssueBuilder.issue("a").build())));
      execute("UPDATE issues SET details = '{broken'");

      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> store.byRef("", 1))
          .withMessageContaining("column details");

      execute("UPDATE issues SET summary = '\uFDD0oops'");
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> store.byRef("", 1))
          .withMessageContaining("column summary");
    }
  }

  @Test
  void aFolderIsRefused() throws IOException {
    Files.createDirectory(file);

    refused().withMessageContaining("is a folder");
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Files.writeString(folder.resolve("plain"), "a file");
    file = folder.resolve("plain/hammer.db");

    refused()
        .withMessageContaining("cannot be created: ")
        .withMessageEndingWith("plain is there, and is something else")
        .satisfies(e -> assertThat(e.remedy()).contains(folder.resolve("plain").toString()));
  }

  @Test
  void aFolderWithoutPermissionIsNamed() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-x------"));
    assumeFalse(Files.isWritable(locked), "the superuser may write anywhere");
    file = locked.resolve("hammer.db");

    refused().withMessageContaining("cannot be created");
  }

  @Test
  void aReadOnlyFileCanBeReadAndNotWritten() throws IOException {
    SqliteStore.open(file, CLOCK).close();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
    assumeFalse(Files.isWritable(file), "the superuser may write anywhere");

    try (Store store = SqliteStore.open(file, CLOCK)) {
      assertThat(store.scans(1)).isEmpty();
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(store::health)
          .withMessageContaining("read-only");
    }
  }

  @Test
  void aLockedFileIsNamedSoAfterTheWait() throws SQLException {
    try (Store store = SqliteStore.open(file, CLOCK, Duration.ofMillis(50));
        Connection other = connect(file);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");

      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(store::health)
          .withMessageContaining("locked by another program");
      assertThat(store.scans(1)).as("reading does not wait").isEmpty();

      statement.execute("ROLLBACK");
      store.health();
    }
  }

  @Test
  void aClosedStoreSaysSo() {
    Store store = SqliteStore.open(file, CLOCK);
    store.close();
    store.close();

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> store.scans(1))
        .withMessageContaining("closed");
  }

  private ThrowableAssertAlternative<StoreException> refused() {
    return assertThatExceptionOfType(StoreException.class)
        .isThrownBy(() -> SqliteStore.open(file, CLOCK))
        .satisfies(e -> assertThat(e.remedy()).isNotBlank());
  }

  private void execute(String... statements) {
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private String answer(String sql) {
    try (Connection connection = connect(file)) {
      return Sql.of(sql).single(connection, row -> row.text("at"));
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
