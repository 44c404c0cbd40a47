package dev.hammer.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hammer.app.CommandFailure;
import dev.hammer.core.issue.Store;
import dev.hammer.core.scan.Scan;
import dev.hammer.core.value.Value;
import dev.hammer.stores.sqlite.SqliteStore;
import dev.hammer.testing.TestClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why there is no scan to compare with. */
class ScanNamesTest {
  private static final Instant MORNING = Instant.parse("2026-11-24T08:00:00Z");

  @TempDir private Path folder;

  @Test
  void aScanOfAPartIsNoWholeScan() {
    CommandFailure failure = noPrevious(scan("s-11111111", MORNING, false));

    assertThat(failure)
        .hasMessage("No scan of the whole scope has ended yet; s-11111111 looked at a part of it");
    assertThat(failure.remedy()).isEqualTo("Scan all of it, and once more later: hammer scan");
  }

  @Test
  void aScanOfAPartBeforeTheOnlyWholeOneIsNamed() {
    CommandFailure failure =
        noPrevious(
            scan("s-11111111", MORNING, false), scan("s-22222222", MORNING.plusSeconds(60), true));

    assertThat(failure)
        .hasMessage(
            "There is no scan of the whole scope before s-22222222; s-11111111 looked at a part of"
                + " it");
    assertThat(failure.remedy()).endsWith("hammer diff s-11111111 s-22222222");
  }

  @Test
  void theOnlyScanHasNoneBefore() {
    assertThat(noPrevious(scan("s-22222222", MORNING, true)))
        .hasMessage("There is no scan before s-22222222 to compare it with");
    assertThat(
            noPrevious(
                scan("s-22222222", MORNING, true),
                scan("s-33333333", MORNING.plusSeconds(60), false)))
        .hasMessage("There is no scan before s-22222222 to compare it with");
  }

  private CommandFailure noPrevious(Scan... scans) {
    Path file = folder.resolve("hammer" + scans.length + scans[0].whole() + ".db");
    try (Store store = SqliteStore.open(file, TestClock.at("2026-11-24T09:00:00Z"))) {
      for (Scan scan : scans) {
        store.end(scan);
      }
      return catchThrowableOfType(
          CommandFailure.class, () -> new ScanNames(store).find(ScanNames.PREVIOUS));
    }
  }

  private static Scan scan(String id, Instant started, boolean whole) {
    return new Scan(
        id,
        started,
        Optional.of(started.plusSeconds(30)),
        Scan.Outcome.COMPLETE,
        whole,
        "0",
        "arn:aws:iam::123456789012:user/hammer",
        Value.Fields.NONE);
  }
}
