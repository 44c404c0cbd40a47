package dev.hammer.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Looks into a store while a scan writes it, to know how far that is. */
record StoreFile(Path path) {
  private static final String LATEST = "(SELECT id FROM scans ORDER BY started DESC LIMIT 1)";

  /** Waits until so many looks of the latest scan are stored. */
  void awaitSlices(int wanted) {
    await("slices WHERE ended IS NOT NULL AND scan = " + LATEST, wanted);
  }

  /** Waits until so many processes said that they work on the latest scan. */
  void awaitWorkers(int wanted) {
    await("workers WHERE scan = " + LATEST, wanted);
  }

  /** Waits until so many units of the latest scan are claimed or done. */
  void awaitClaims(int wanted) {
    await("ledger WHERE scan = " + LATEST, wanted);
  }

  /** Changes rows by hand. */
  void change(String statement) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        var change = connection.createStatement()) {
      change.executeUpdate(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void await(String rows, int wanted) {
    Patience.until(() -> count(rows) >= wanted, () -> count(rows) + " " + rows + ", not " + wanted);
  }

  private int count(String rows) {
    if (!Files.exists(path)) {
      return 0;
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        var statement = connection.createStatement();
        var found = statement.executeQuery("SELECT count(*) FROM " + rows)) {
      return found.getInt(1);
    } catch (SQLException notYet) {
      return 0;
    }
  }
}
