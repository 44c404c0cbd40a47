package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonTest {
  @TempDir private Path folder;

  @Test
  void gitKnowsBest() {
    Shell shell = new Shell(folder);
    assertThat(owner(shell)).contains("owner lea.");

    shell.write(
        ".gitconfig", "[core]\n\temail = no@example.com\n[user]\n\temail = lea@example.com # me\n");
    assertThat(owner(shell)).contains("owner lea@example.com.");

    shell.with("GIT_AUTHOR_EMAIL", "ci@example.com");
    assertThat(owner(shell)).contains("owner ci@example.com.");
  }

  private static String owner(Shell shell) {
    return shell
        .run("whitelist", "add", "s3_encryption", "b", "--account", "111111111111", "--reason", "r")
        .out();
  }
}
