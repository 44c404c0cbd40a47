package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a trust policy wants to hear; messages never quote it. */
record ExternalId() implements Kind<String> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_+=,.@:/-]{2,1224}");

  @Override
  public String form() {
    return "2 to 1224 letters, digits, _ + = , . @ : / -";
  }

  @Override
  public String example() {
    return "9f2c7d1e-hammer";
  }

  @Override
  public Optional<String> read(Node node, String key, Problems problems) {
    Optional<String> text = Word.textOf(node).filter(t -> FORM.matcher(t).matches());
    if (text.isEmpty()) {
      problems.error(
          node.at(),
          key,
          key + " is no external id",
          "use 2 to 1224 letters, digits, _ + = , . @ : / -");
    }
    return text;
  }

  @Override
  public Value show(String value) {
    return Value.text(value);
  }
}
