package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A regular expression. */
record Regex() implements Kind<String> {
  @Override
  public Optional<String> read(Node node, String key, Problems problems) {
    Optional<String> text = Kinds.TEXT.read(node, key, problems);
    try {
      text.ifPresent(Pattern::compile);
      return text;
    } catch (PatternSyntaxException broken) {
      problems.error(
          node.at(),
          key,
          key + ": " + Shown.of(node) + " is no regular expression: " + broken.getDescription(),
          "correct it");
      return Optional.empty();
    }
  }

  @Override
  public Value show(String value) {
    return Value.text(value);
  }
}
