package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A text, perhaps of a certain form.
 *
 * @param pattern what it must match
 * @param what its name in messages, such as "table name"
 * @param remedy what to write instead
 * @param range what the reference says of the form beside its name; may be empty
 */
record Word<T>(
    Pattern pattern,
    String what,
    String remedy,
    String range,
    String example,
    Function<String, T> make)
    implements Kind<T> {

  static Word<String> any(String what) {
    return of("(?s).*", what, "write one text", "", what);
  }

  static Word<String> of(String pattern, String what, String remedy, String range, String example) {
    return new Word<>(Pattern.compile(pattern), what, remedy, range, example, Function.identity());
  }

  @Override
  public String form() {
    return range.isEmpty() ? what : what + ": " + range;
  }

  @Override
  public Optional<T> read(Node node, String key, Problems problems) {
    Optional<String> text = textOf(node);
    if (text.isEmpty()) {
      problems.error(node.at(), key, key + " is " + Shown.kindOf(node) + ", not a " + what, remedy);
      return Optional.empty();
    }
    if (!pattern.matcher(text.get()).matches()) {
      problems.error(
          node.at(), key, key + ": " + Shown.quoted(text.get()) + " is no " + what, remedy);
      return Optional.empty();
    }
    return text.map(make);
  }

  @Override
  public Value show(T value) {
    return Value.text(String.valueOf(value));
  }

  @Override
  public boolean blankIsAbsent() {
    return true;
  }

  /** The text of a node; of a number, the digits as they are written. */
  static Optional<String> textOf(Node node) {
    return switch (node) {
      case Node.Scalar(_, Value.Text _, String raw) -> Optional.of(raw);
      case Node.Scalar(_, Value.Num _, String raw) -> Optional.of(raw);
      default -> Optional.empty();
    };
  }
}
