package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCommandTest {
  private static final String OTHER = "sqlite:other.db";

  @TempDir Path folder;

  private Shell shell() {
    return TwoScans.in(new Shell(folder));
  }

  @Test
  void screens() {
    Shell shell = shell();
    Golden.assertScreens(
        "store",
        shell.run("store", "check"),
        shell.run("store", "export", "--to", "hammer.jsonl"),
        shell.run("--store", OTHER, "store", "import", "hammer.jsonl"),
        shell.run("--store", OTHER, "store", "import", "hammer.jsonl"),
        shell.run("--store", OTHER, "store", "import", "hammer.jsonl", "-o", "json"),
        shell.run("store", "compact", "--keep", "1d", "--dry-run"),
        shell.run("store", "compact", "-o", "json"));
  }

  @Test
  void wrongUsage() {
    Shell shell = shell().write("broken.jsonl", "{\"type\":\"store\"}\n").write("there", "");
    Golden.assertScreens(
        "store-wrong",
        shell.run("store"),
        shell.run("store", "import", "nowhere.jsonl"),
        shell.run("store", "import", "broken.jsonl"),
        shell.run("store", "export", "--to", "there"),
        shell.run("store", "export", "-o", "json"),
        shell.run("store", "compact", "--keep", "soon"));
  }

  @Test
  void anExportToStdoutIsWhatIsWrittenToAFileAndReadsBackTheSame() throws IOException {
    Shell shell = shell().piped();
    String out = shell.run("store", "export", "-q").out();
    shell.run("store", "export", "--to", "hammer.jsonl");

    assertThat(shell.folder().resolve("hammer.jsonl")).hasContent(out);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(shell.folder().resolve("hammer.jsonl"))))
        .isEqualTo("rw-------");
    shell.run("--store", OTHER, "store", "import", "hammer.jsonl");
    assertThat(shell.run("--store", OTHER, "store", "export", "-o", "jsonl", "-q").out())
        .isEqualTo(out);
    assertThat(shell.run("--store", OTHER, "issues").out()).isEqualTo(shell.run("issues").out());
    assertThat(shell.run("--store", OTHER, "history").out()).isEqualTo(shell.run("history").out());
  }

  @Test
  void aDamagedStoreIsSaidToBe() throws IOException {
    Shell shell = shell();
    shell.run("store", "compact");
    byte[] file = Files.readAllBytes(shell.storeFile());
    for (int i = file.length / 2; i < file.length / 2 + 9_000; i++) {
      file[i] = 0x55;
    }
    Files.write(shell.storeFile(), file);

    Shell.Ended ended = shell.run("store", "check");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out() + ended.err()).contains("damaged");
  }
}
