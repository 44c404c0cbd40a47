package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Hammer this is, as the launcher tells it. */
class VersionTest {
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  @TempDir private Path folder;

  @AfterEach
  void forget() {
    System.clearProperty("hammer.commit");
  }

  @Test
  void theCommitIsNamedAndWhetherSourcesWereChangedSince() {
    System.setProperty("hammer.commit", COMMIT + " ");
    assertThat(run()).contains("\"commit\": \"" + COMMIT + "\"", "\"modified\": false");
    assertThat(text()).startsWith("Hammer 0.1.0 (0123456789ab)   Java ");

    System.setProperty("hammer.commit", COMMIT + " modified");
    assertThat(run()).contains("\"commit\": \"" + COMMIT + "\"", "\"modified\": true");
    assertThat(text()).startsWith("Hammer 0.1.0 (0123456789ab, modified)   Java ");
    assertThat(new Shell(folder).run("--version").out())
        .startsWith("Hammer 0.1.0 (0123456789ab, modified), Java ");
  }

  @Test
  void whatIsNoCommitIsNotClaimed() {
    for (String text : new String[] {"", " ", "HEAD", COMMIT + " perhaps", "0123456", "$(id)"}) {
      System.setProperty("hammer.commit", text);
      assertThat(run()).contains("\"commit\": null", "\"modified\": null");
      assertThat(text()).startsWith("Hammer 0.1.0   Java ");
    }
  }

  private String run() {
    return new Shell(folder).run("version", "-o", "json").out();
  }

  private String text() {
    return new Shell(folder).run("version").out();
  }
}
