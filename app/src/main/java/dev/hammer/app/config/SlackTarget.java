package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.Optional;

/** A channel, which begins with {@code #}, or a person, by name or e-mail address. */
record SlackTarget() implements Kind<String> {
  @Override
  public String form() {
    return "#channel, or a person";
  }

  @Override
  public String example() {
    return "\"#security\"";
  }

  @Override
  public Optional<String> read(Node node, String key, Problems problems) {
    Optional<String> target = Kinds.TEXT.read(node, key, problems);
    target
        .filter(t -> !t.startsWith("#") && !t.contains("@"))
        .ifPresent(
            t ->
                problems.warning(
                    node.at(),
                    key,
                    key + ": " + Shown.quoted(t) + " is taken for a person",
                    "a channel begins with #"));
    return target;
  }

  @Override
  public Value show(String value) {
    return Value.text(value);
  }

  @Override
  public boolean blankIsAbsent() {
    return true;
  }
}
