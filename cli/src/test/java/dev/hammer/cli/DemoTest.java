package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.demo.CacheFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo from its first command to its last, with the Python environment of this machine. */
@Tag("moto")
class DemoTest {
  @TempDir Path folder;

  private Shell shell;

  @BeforeEach
  void openShell() throws IOException {
    Path cache = Files.createDirectories(folder.resolve("cache"));
    Path environments = CacheFolder.of(System.getenv()).resolve("moto");
    Files.createDirectories(environments);
    Files.createSymbolicLink(cache.resolve("moto"), environments);
    shell =
        new Shell(folder)
            .with("HAMMER_CACHE", cache.toString())
            .with("PATH", System.getenv().getOrDefault("PATH", ""))
            .with("HOME", System.getProperty("user.home"))
            .with("AWS_REGION", "ap-southeast-2");
  }

  @AfterEach
  void stop() {
    shell.run("demo", "--stop");
  }

  @Test
  void itIsStartedUsedAndStopped() {
    Shell.Ended first = shell.run("demo");
    assertThat(first.code()).as(first.screen()).isZero();
    assertThat(first.err()).contains("DEMO", "Building an estate", "127.0.0.1", "units");
    assertThat(first.out()).contains("Coverage 100 %", "open issues:", "hammer --demo show ");

    Shell.Ended issues = shell.piped().run("--demo", "issues");
    assertThat(issues.err()).contains("DEMO").contains("Coverage 100 %");
    List<String> refs =
        issues.out().lines().map(line -> line.substring(0, line.indexOf('\t'))).toList();
    assertThat(refs).hasSizeGreaterThan(10).allSatisfy(ref -> assertThat(ref).hasSize(12));

    for (String ref : refs) {
      Shell.Ended shown = shell.wide(80).run("show", "--demo", ref);
      assertThat(shown.code()).as(shown.screen()).isZero();
      assertThat(shown.out()).contains("Why ", "Proof ", "History ", "Next ");
    }

    Shell.Ended second = shell.wide(100).run("demo");
    assertThat(second.err()).doesNotContain("Building");
    assertThat(second.out()).isEqualTo(first.out());

    assertThat(shell.run("demo", "--stop").out()).isEqualTo("The demo is stopped.\n");
    assertThat(shell.run("--demo", "issues").code()).isEqualTo(2);
  }
}
