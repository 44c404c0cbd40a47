package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.cli.command.Commands;
import dev.hammer.cli.command.RootCommand;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {
  @TempDir Path folder;

  static Stream<String> commands() {
    return root().getSubcommands().entrySet().stream().flatMap(HelpTest::withThoseBelow);
  }

  private static Stream<String> withThoseBelow(Map.Entry<String, CommandLine> command) {
    return Stream.concat(
        Stream.of(command.getKey()),
        command.getValue().getSubcommands().keySet().stream()
            .map(below -> command.getKey() + " " + below));
  }

  private static CommandLine root() {
    return Commands.line(new RootCommand(Surroundings.ofProcess()));
  }

  @Test
  void hammerAloneSaysWhatThereIs() {
    Golden.assertScreens(
        "overview", new Shell(folder).run(), new Shell(folder).wide(60).run("help"));
  }

  @Test
  void everyCommandIsInTheOverview() {
    String overview = new Shell(folder).run().out();
    assertThat(root().getSubcommands().keySet())
        .isNotEmpty()
        .allSatisfy(name -> assertThat(overview).containsPattern("\\b" + name + " "));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpOpensWithExamplesAndFits(String command) {
    for (int width : List.of(100, 60)) {
      Shell.Ended help = new Shell(folder).wide(width).run((command + " --help").split(" "));
      assertThat(help.code()).isZero();
      assertThat(help.err()).isEmpty();
      assertThat(help.out().lines().takeWhile(line -> !line.isEmpty()))
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).startsWith("  ").contains("hammer "));
      assertThat(help.out().lines().dropWhile(line -> !line.isEmpty()))
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpOfACommandIsTheSameInBothWays(String command) {
    Shell shell = new Shell(folder);
    assertThat(shell.run(("help " + command).split(" ")).out())
        .isEqualTo(shell.run((command + " -h").split(" ")).out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "issues --bogus --help",
        "issues --limit x -h",
        "--help issues",
        "show --help",
        "issues sevrity:high --help"
      })
  void helpAnywhereWins(String line) {
    Shell.Ended ended = new Shell(folder).run(line.split(" "));
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).startsWith("  hammer ");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void whatStandsBehindTwoDashesIsNoOption() {
    assertThat(new Shell(folder).run("show", "--", "--help").code()).isEqualTo(8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-V", "--version", "issues -V", "--version scan"})
  void versionIsAnOptionOfEveryCommand(String line) {
    Shell.Ended ended = new Shell(folder).run(line.split(" "));
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).startsWith("Hammer " + Version.number());
  }

  @Test
  void topicsHavePages() {
    Shell shell = new Shell(folder);
    Golden.assertScreens(
        "topics",
        shell.run("help", "filter"),
        shell.run("help", "exit-codes"),
        shell.run("help", "environment"),
        shell.run("help", "filtr"),
        shell.run("help", "scann"),
        shell.run("help", "whitelist", "ad"));
  }

  @Test
  void commandsHavePages() {
    Shell shell = new Shell(folder);
    Golden.assertScreens(
        "help",
        shell.run("help", "issues"),
        shell.wide(60).run("help", "show"),
        shell.run("help", "demo"));
  }
}
