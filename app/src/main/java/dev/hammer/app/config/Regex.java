package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression; a long one could be nested deeper than the stack of its compiler. */
record Regex() implements Kind<String> {
  private static final int LONGEST = 500;

  @Override
  public String form() {
    return "regular expression of at most " + LONGEST + " characters";
  }

  @Override
  public String example() {
    return "\"ERROR|ALARM\"";
  }

  @Override
  public Optional<String> read(Node node, String key, Problems problems) {
    Optional<String> text = Kinds.TEXT.read(node, key, problems);
    Optional<String> fault = text.flatMap(Regex::fault);
    fault.ifPresent(
        why ->
            problems.error(
                node.at(),
                key,
                key + ": " + Shown.of(node) + " is no regular expression: " + why,
                "correct it"));
    return fault.isEmpty() ? text : Optional.empty();
  }

  @Override
  public Value show(String value) {
    return Value.text(value);
  }

  private static Optional<String> fault(String text) {
    if (text.length() > LONGEST) {
      return Optional.of("it is longer than " + LONGEST + " characters");
    }
    try {
      Pattern.compile(text);
      return Optional.empty();
    } catch (PatternSyntaxException broken) {
      return Optional.of(broken.getDescription());
    }
  }
}
