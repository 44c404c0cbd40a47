package dev.hammer.cli;

import dev.hammer.core.filter.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Guesses what somebody meant who mistyped a command or an option. */
final class UsageHints {
  private UsageHints() {}

  /** {@code ; did you mean issues?}, or nothing. */
  static String near(ParameterException failure) {
    if (!(failure instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return "";
    }
    return DidYouMean.of(unmatched.getUnmatched().getFirst(), known(failure.getCommandLine()))
        .map(name -> "; did you mean " + name + "?")
        .orElse("");
  }

  private static List<String> known(CommandLine line) {
    List<String> known = new ArrayList<>(line.getSubcommands().keySet());
    known.addAll(
        line.getCommandSpec().options().stream()
            .flatMap(option -> List.of(option.names()).stream())
            .collect(Collectors.toList()));
    return known;
  }
}
