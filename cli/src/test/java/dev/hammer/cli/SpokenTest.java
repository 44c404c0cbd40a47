package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Next steps name what was named. */
class SpokenTest {
  @TempDir private Path folder;

  @Test
  void nextStepsTakeTheFileAndTheStoreAlong() {
    Shell shell = new Shell(folder).write("a b.yaml", "");
    Shell.Ended doctor =
        shell.run("doctor", "--offline", "-c", "a b.yaml", "--store", "sqlite:x.db");

    assertThat(doctor.out()).contains("Next   hammer -c 'a b.yaml' --store sqlite:x.db scan");
    assertThat(shell.run("show", "k7f39qpd", "-c", "a b.yaml").err())
        .contains("hammer -c 'a b.yaml' issues");
  }

  @Test
  void aRemedyIsCompleteToo() {
    Shell shell = new Shell(folder).write("bad.yaml", "aws: 7\n");
    Shell.Ended doctor = shell.run("doctor", "--offline", "-c", "bad.yaml");

    assertThat(doctor.out()).contains("hammer -c bad.yaml config validate");
    assertThat(doctor.out())
        .contains("Next   hammer -c bad.yaml config validate      hammer -c bad.yaml doctor");
  }

  @Test
  void whatAShellWouldReadIsQuoted() {
    assertThat(ShellWord.of("./hammer.yaml")).isEqualTo("./hammer.yaml");
    assertThat(ShellWord.of("$(id)")).isEqualTo("'$(id)'");
    assertThat(ShellWord.of("it's")).isEqualTo("'it'\\''s'");
    assertThat(ShellWord.of("")).isEqualTo("''");
  }

  @Test
  void onlyCommandsThatWorkWithAStoreOrAConfigurationAreCompleted() {
    assertThat(Spoken.of("See hammer help filter, hammer demo, hammer issues", "hammer -c $1"))
        .isEqualTo("See hammer help filter, hammer demo, hammer -c $1 issues");
  }
}
