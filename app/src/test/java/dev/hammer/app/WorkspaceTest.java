package dev.hammer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.app.config.ConfigSources;
import dev.hammer.aws.CallLog;
import dev.hammer.core.issue.Store;
import dev.hammer.testing.TestClock;
import dev.hammer.testing.store.IssueBuilder;
import dev.hammer.testing.store.SliceBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  @TempDir private Path folder;

  @Test
  void nothingIsOpenedBeforeItIsNeeded() {
    try (Workspace workspace = open(Optional.empty())) {
      assertThat(workspace.loaded().hasErrors()).isFalse();
      assertThat(workspace.storeFile()).doesNotExist();
      workspace.store();
      assertThat(workspace.storeFile()).exists();
    }
  }

  @Test
  void storeIsOpenedOnceAndClosedWithTheWorkspace() {
    Store store;
    try (Workspace workspace = open(Optional.empty())) {
      store = workspace.store();
      assertThat(workspace.store()).isSameAs(store);
    }
    assertThatThrownBy(store::slices).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void issuesOfAnEmulatorNeverMixWithThoseOfAws() {
    URI emulator = URI.create("http://127.0.0.1:5000");
    try (Workspace real = open(Optional.empty());
        Workspace pretended = open(Optional.of(emulator))) {
      pretended.store().record(SliceBuilder.look(IssueBuilder.FOUND).build());

      assertThat(pretended.foreignEndpoint()).contains(emulator);
      assertThat(pretended.storeFile()).isNotEqualTo(real.storeFile());
      assertThat(real.store().slices()).isEmpty();
    }
  }

  @Test
  void endpointThatIsNoAddressIsWrongUsage() {
    try (Workspace workspace = open(Optional.of(URI.create("localhost:5000")))) {
      assertThatThrownBy(() -> workspace.connect(CallLog.NONE).close())
          .isInstanceOf(CommandFailure.class)
          .hasMessage(
              "Cannot tell where AWS calls go: the endpoint is not an http or https address");
    }
  }

  private Workspace open(Optional<URI> endpoint) {
    ConfigSources sources =
        ConfigSources.of(folder, folder.resolve("home"), Map.of())
            .withSystem(folder.resolve("etc"));
    return Workspace.of(
        new WorkspaceOptions(sources, Optional.empty(), endpoint, Optional.empty()),
        TestClock.at("2026-11-24T08:00:00Z"),
        () -> "00000001");
  }
}
