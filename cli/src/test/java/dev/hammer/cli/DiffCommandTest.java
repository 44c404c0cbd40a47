package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffCommandTest {
  @TempDir Path folder;

  private Shell shell() {
    return TwoScans.in(new Shell(folder));
  }

  @Test
  void screens() {
    Shell shell = shell();
    Golden.assertScreens(
        "diff",
        shell.run("diff"),
        shell.wide(60).run("diff"),
        shell.wide(100).run("diff", "2026-11-21", TwoScans.SECOND, "--fail-on-new", "high"),
        shell.piped().run("diff"),
        shell.run("diff", "-q"),
        shell.run("diff", "-o", "id"),
        shell.run("diff", "-o", "json"));
  }

  @Test
  void wrongUsage() {
    Shell shell = shell();
    Golden.assertScreens(
        "diff-wrong",
        shell.run("diff", "latest"),
        shell.run("diff", "latest", "previous"),
        shell.run("diff", "s-nowhere0"),
        shell.run("diff", "2026-11-01"),
        shell.run("diff", "tuesday"),
        LookedAt.in(new Shell(folder.resolve("one")), List.of()).run("diff"));
  }

  @ParameterizedTest
  @CsvSource({"critical, 3", "low, 3"})
  void aNewIssueThatIsSevereEnoughClosesTheGate(String severity, int code) {
    assertThat(shell().run("diff", "--fail-on-new", severity).code()).isEqualTo(code);
  }

  @Test
  void withoutTheGateNewsIsNoFailure() {
    assertThat(shell().run("diff").code()).isZero();
  }
}
