package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Optional;

/** What Slack does not get to see: regular expressions, or channels that have some. */
record Ignored() implements Kind<List<String>> {
  @Override
  public String form() {
    return "list of regular expressions, or an object as in slack.channels";
  }

  @Override
  public String example() {
    return "[\"^START \"]";
  }

  @Override
  public Optional<List<String>> read(Node node, String key, Problems problems) {
    return node instanceof Node.Fields
        ? Kinds.CHANNELS.read(node, key, problems)
        : Kinds.REGEXES.read(node, key, problems);
  }

  @Override
  public Value show(List<String> value) {
    return Value.texts(value);
  }
}
