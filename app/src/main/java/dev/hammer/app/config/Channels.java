package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Slack channels, each with the regular expressions of what goes there; read as channel names. */
record Channels() implements Kind<List<String>> {
  @Override
  public String form() {
    return "object: channel to list of regular expressions";
  }

  @Override
  public String example() {
    return "{\"#alarms\": [\"ERROR|ALARM\"]}";
  }

  @Override
  public Optional<List<String>> read(Node node, String key, Problems problems) {
    if (!(node instanceof Node.Fields fields)) {
      problems.error(
          node.at(),
          key,
          key + " is " + Shown.kindOf(node),
          "write an object of channels with lists of regular expressions");
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (Node.Member channel : fields.members()) {
      Kinds.REGEXES
          .read(channel.node(), key + "." + channel.name(), problems)
          .ifPresent(_ -> names.add(channel.name()));
    }
    return names.size() == fields.members().size() ? Optional.of(names) : Optional.empty();
  }

  @Override
  public Value show(List<String> value) {
    return Value.texts(value);
  }
}
