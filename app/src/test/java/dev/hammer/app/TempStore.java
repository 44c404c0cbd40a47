package dev.hammer.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.issue.Issue;
import dev.hammer.core.issue.IssueKey;
import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.Stored;
import dev.hammer.core.scan.SliceState;
import dev.hammer.stores.sqlite.SqliteStore;
import dev.hammer.testing.TestClock;
import dev.hammer.testing.store.Changes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A real, empty store for each test, and a clock. */
public final class TempStore implements BeforeEachCallback, AfterEachCallback {
  private final TestClock clock = TestClock.at("2026-11-24T08:00:00Z");
  private @Nullable Path folder;
  private @Nullable Store store;

  @Override
  public void beforeEach(ExtensionContext context) throws IOException {
    Path fresh = Files.createTempDirectory("hammer-store");
    folder = fresh;
    store = SqliteStore.open(fresh.resolve("hammer.db"), clock);
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    store().close();
    if (folder != null) {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  public TestClock clock() {
    return clock;
  }

  public Store store() {
    Store open = store;
    if (open == null) {
      throw new IllegalStateException("there is a store only while a test runs");
    }
    return open;
  }

  public Issue insert(Issue issue) {
    assertThat(store().apply(Optional.empty(), List.of(Changes.born(issue))))
        .isEqualTo(new Stored.Applied());
    return issue;
  }

  public void record(SliceState slice) {
    store().record(slice);
  }

  /** The issue as it is stored now. */
  public Issue stored(IssueKey key) {
    return store().issues(List.of(key)).getFirst();
  }
}
