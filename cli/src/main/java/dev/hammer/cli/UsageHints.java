package dev.hammer.cli;

import dev.hammer.cli.command.Commands;
import dev.hammer.core.filter.DidYouMean;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and guesses what somebody meant who mistyped. */
final class UsageHints {
  private UsageHints() {}

  /** Such as {@code hammer knows no "isues"; did you mean issues?}. */
  static String message(ParameterException failure) {
    if (failure instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unmatched(unmatched.getUnmatched().getFirst(), failure.getCommandLine());
    }
    return String.valueOf(failure.getMessage());
  }

  private static String unmatched(String word, CommandLine line) {
    String command = line.getCommandSpec().qualifiedName();
    boolean isOption = word.startsWith("-");
    List<String> commands = commands(line);
    boolean isGroup = !commands.isEmpty();
    String what =
        isOption
            ? command + " has no option " + word
            : isGroup
                ? command + " has no command \"" + word + "\""
                : command + " takes no \"" + word + "\" here";
    return what
        + DidYouMean.of(word, isOption ? options(line) : commands)
            .map(name -> "; did you mean " + name + "?")
            .orElse("");
  }

  private static List<String> options(CommandLine line) {
    return line.getCommandSpec().options().stream()
        .flatMap(option -> Stream.of(option.names()))
        .toList();
  }

  /** Of {@code hammer} itself all: only those that the line names were described. */
  private static List<String> commands(CommandLine line) {
    return line.getParent() == null ? Commands.NAMES : List.copyOf(line.getSubcommands().keySet());
  }
}
