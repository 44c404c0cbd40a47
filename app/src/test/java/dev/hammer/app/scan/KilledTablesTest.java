package dev.hammer.app.scan;

import static dev.hammer.app.Estate.DATA;
import static dev.hammer.app.Estate.MAIN;
import static dev.hammer.app.Estate.NORTH;
import static dev.hammer.app.Estate.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.app.Estate;
import dev.hammer.app.MortalStore;
import dev.hammer.app.Office;
import dev.hammer.app.TempTables;
import dev.hammer.core.issue.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As on a file, so in DynamoDB: killed at any write and resumed, a scan ends as if undisturbed. */
@Tag("slow")
class KilledTablesTest {
  private static TempTables tables;

  @TempDir private Path folder;
  private Estate estate = new Estate();
  private Office office = new Office(Path.of("target"), estate);

  @BeforeAll
  static void start() {
    tables = new TempTables();
  }

  @AfterAll
  static void stop() {
    tables.close();
  }

  @AfterEach
  void close() {
    office.close();
    estate.close();
  }

  @Test
  void killedAtAnyWriteNothingIsLostDoubledOrFalselyResolved() {
    List<String> truth;
    int writes;
    try (Store store = scanned("truth-")) {
      writes = new KillSweep(office).writes(store);
      truth = KillSweep.told(store);
    }
    assertThat(truth).hasSizeGreaterThan(6);

    for (KillPoint point : KillPoint.some(writes)) {
      try (Store store = scanned("killed-" + point.write() + (point.after() ? "-after-" : "-"))) {
        KillSweep sweep = new KillSweep(office);
        sweep.kill(new MortalStore(store, point.write(), point.after()).store());
        office.clock().advance(Duration.ofMinutes(2));

        sweep.finish(store);

        assertThat(KillSweep.told(store)).as("%s", point).isEqualTo(truth);
      }
    }
  }

  /** Tables in which an estate was scanned that is different by now. */
  private Store scanned(String prefix) {
    close();
    estate = new Estate();
    office = new Office(folder, estate);
    estate
        .plainBucket(MAIN, "logs")
        .plainBucket(DATA, "exports")
        .openQueue(DATA, NORTH, "orders")
        .closedQueue(DATA, NORTH, "mails")
        .openQueue(MAIN, WEST, "jobs");
    Store store = tables.open(prefix, office.configuration(), office.clock());
    office.scan(office.configuration(), store);
    estate
        .withoutBucket(MAIN, "logs")
        .plainBucket(MAIN, "more")
        .closedQueue(DATA, NORTH, "orders")
        .openQueue(DATA, NORTH, "mails");
    office.clock().advance(Duration.ofMinutes(1));
    return store;
  }
}
