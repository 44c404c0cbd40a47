package dev.hammer.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Looks into a store while a scan writes it, to know how far that is. */
record StoreFile(Path path) {
  private static final Duration STEP = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String LOOKED_AT =
      """
      SELECT count(*) FROM slices
      WHERE ended IS NOT NULL AND scan = (SELECT id FROM scans ORDER BY started DESC LIMIT 1)
      """;

  /** Waits until so many looks of the latest scan are stored. */
  void awaitSlices(int wanted) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (slices() < wanted) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(slices() + " slices are stored, not " + wanted);
      }
      LockSupport.parkNanos(STEP.toNanos());
    }
  }

  private int slices() {
    if (!Files.exists(path)) {
      return 0;
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(LOOKED_AT)) {
      return rows.getInt(1);
    } catch (SQLException notYet) {
      return 0;
    }
  }
}
