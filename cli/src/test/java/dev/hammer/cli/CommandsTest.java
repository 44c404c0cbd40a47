package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.cli.command.Commands;
import dev.hammer.cli.command.RootCommand;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;

/** Only the commands that a line may mean are described, and nobody can tell. */
class CommandsTest {
  @TempDir private Path folder;

  @Test
  void everyCommandGoesByTheNameItGivesItself() {
    CommandSpec root = described();

    assertThat(root.subcommands().keySet()).containsExactlyElementsOf(Commands.NAMES);
    root.subcommands()
        .forEach((name, line) -> assertThat(line.getCommandSpec().name()).isEqualTo(name));
  }

  @Test
  void aLineThatNamesCommandsGetsThose() {
    assertThat(names("scan")).containsExactly("scan");
    assertThat(names("-o", "json", "issues", "is:open")).containsExactly("issues");
    assertThat(names("-c", "scan", "issues")).containsExactly("scan", "issues");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "scna", "help scan", "completion bash"})
  void aLineThatMayMeanAnyGetsAll(String line) {
    assertThat(names(line.split(" ", -1))).containsExactlyElementsOf(Commands.NAMES);
  }

  @Test
  void aMistypedCommandIsGuessedThoughAnotherStandsBehindIt() {
    Shell.Ended ended = new Shell(folder).run("scna", "issues");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("hammer has no command \"scna\"; did you mean scan?");
  }

  private static Set<String> names(String... words) {
    return described(words).subcommands().keySet();
  }

  private static CommandSpec described(String... words) {
    return Commands.line(new RootCommand(Surroundings.ofProcess()), words).getCommandSpec();
  }
}
