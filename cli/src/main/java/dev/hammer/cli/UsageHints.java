package dev.hammer.cli;

import dev.hammer.core.filter.DidYouMean;
import java.util.ArrayList;
import java.util.List;
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
    boolean isGroup = !line.getSubcommands().isEmpty();
    String what =
        isOption
            ? command + " has no option " + word
            : isGroup
                ? command + " has no command \"" + word + "\""
                : command + " takes no \"" + word + "\" here";
    return what
        + DidYouMean.of(word, known(line, isOption))
            .map(name -> "; did you mean " + name + "?")
            .orElse("");
  }

  private static List<String> known(CommandLine line, boolean isOption) {
    List<String> known = new ArrayList<>();
    if (isOption) {
      line.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
    } else {
      known.addAll(line.getSubcommands().keySet());
    }
    return known;
  }
}
