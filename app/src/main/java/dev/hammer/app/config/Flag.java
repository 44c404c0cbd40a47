package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.Locale;
import java.util.Optional;

/** True or false. The predecessor took any text for true, even "false"; here the text is read. */
record Flag() implements Kind<Boolean> {
  @Override
  public String form() {
    return "true | false";
  }

  @Override
  public String example() {
    return "true";
  }

  @Override
  public Optional<Boolean> read(Node node, String key, Problems problems) {
    return switch (node) {
      case Node.Scalar(_, Value.Flag(boolean isTrue), _) -> Optional.of(isTrue);
      case Node.Scalar(Position at, Value.Text(String text), _) when isFlag(text) -> {
        String word = text.strip().toLowerCase(Locale.ROOT);
        problems.warning(
            at,
            key,
            key + " is the string " + Shown.quoted(text),
            "write " + word + " without quotes");
        yield Optional.of(word.equals("true"));
      }
      default -> {
        problems.error(
            node.at(),
            key,
            key + ": " + Shown.of(node) + " is neither true nor false",
            "write true or false");
        yield Optional.empty();
      }
    };
  }

  @Override
  public Value show(Boolean value) {
    return Value.of(value);
  }

  private static boolean isFlag(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    return word.equals("true") || word.equals("false");
  }
}
