package dev.hammer.stores.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hammer.core.issue.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Errors that SQLite itself raises, and the words for them. */
final class StoreFailureTest {
  @TempDir private Path folder;
  private StoreFile file;

  @BeforeEach
  void createTable() throws SQLException {
    file = new StoreFile(folder.resolve("hammer.db"));
    try (Connection connection = new SQLiteConfig().createConnection(file.url())) {
      execute(connection, "CREATE TABLE t (x BLOB)");
    }
  }

  @Test
  void aFullDiskIsNamedSo() {
    SQLiteConfig small = new SQLiteConfig();
    small.setMaxPageCount(3);

    assertThat(failure(small, "INSERT INTO t VALUES (randomblob(100000))"))
        .satisfies(e -> assertThat(e.remedy()).contains("Free space", folder.toString()))
        .hasMessageContaining("no space left");
  }

  @Test
  void aReadOnlyDatabaseIsNamedSo() {
    SQLiteConfig readOnly = new SQLiteConfig();
    readOnly.setReadOnly(true);

    assertThat(failure(readOnly, "INSERT INTO t VALUES (1)"))
        .satisfies(e -> assertThat(e.remedy()).contains(file.path().toString(), "--store"))
        .hasMessageContaining("read-only");
  }

  @Test
  void whatIsTooLargeIsNamedSo() {
    assertThat(failure(new SQLiteConfig(), "INSERT INTO t VALUES (zeroblob(2000000000))"))
        .hasMessageContaining("so large a value");
  }

  @Test
  void aDefectOfOursIsNamedSo() {
    assertThat(failure(new SQLiteConfig(), "INSERT INTO nowhere VALUES (1)"))
        .hasMessageContaining("no such table: nowhere")
        .satisfies(e -> assertThat(e.remedy()).contains("defect"));
  }

  @Test
  void everyErrorOfTheDiskHasWordsOfItsOwn() {
    List<String> messages =
        List.of(
                SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT,
                SQLiteErrorCode.SQLITE_READONLY_DIRECTORY,
                SQLiteErrorCode.SQLITE_CANTOPEN_ISDIR,
                SQLiteErrorCode.SQLITE_FULL,
                SQLiteErrorCode.SQLITE_CORRUPT_INDEX,
                SQLiteErrorCode.SQLITE_NOTADB,
                SQLiteErrorCode.SQLITE_IOERR_SHORT_READ)
            .stream()
            .map(code -> new StoreFailure(file).of(new SQLiteException("raw", code)))
            .map(StoreException::getMessage)
            .toList();

    assertThat(messages)
        .doesNotHaveDuplicates()
        .allMatch(message -> message.startsWith("The store " + file.path() + " "))
        .noneMatch(message -> message.contains("failed:"));
  }

  private StoreException failure(SQLiteConfig config, String sql) {
    SQLException raised =
        catchThrowableOfType(
            SQLException.class,
            () -> {
              try (Connection connection = config.createConnection(file.url())) {
                execute(connection, sql);
              }
            });
    return new StoreFailure(file).of(raised);
  }

  private static void execute(Connection connection, String... all) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : Arrays.asList(all)) {
        statement.executeUpdate(sql);
      }
    }
  }
}
