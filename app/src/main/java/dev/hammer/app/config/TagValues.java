package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tags with the values they may have, one or a list of them. */
record TagValues() implements Kind<SortedMap<String, List<String>>> {
  @Override
  public String form() {
    return "object: tag to a value or a list of values; * stands for any text";
  }

  @Override
  public String example() {
    return "{env: prod, team: [pay, risk]}";
  }

  @Override
  public Optional<SortedMap<String, List<String>>> read(Node node, String key, Problems problems) {
    if (!(node instanceof Node.Fields fields)) {
      problems.error(
          node.at(),
          key,
          key + " is " + Shown.kindOf(node),
          "write an object of tags with values, such as team: [pay, risk]");
      return Optional.empty();
    }
    SortedMap<String, List<String>> tags = new TreeMap<>();
    boolean isWhole = true;
    for (Node.Member member : fields.members()) {
      Optional<List<String>> values =
          values(member.node(), key + "." + Shown.visible(member.name()), problems);
      values.ifPresent(some -> tags.put(member.name(), some));
      isWhole &= values.isPresent();
    }
    return isWhole ? Optional.of(tags) : Optional.empty();
  }

  @Override
  public Value show(SortedMap<String, List<String>> value) {
    Value.Builder fields = Value.fields();
    value.forEach((tag, values) -> fields.put(tag, Value.texts(values)));
    return fields.build();
  }

  private static Optional<List<String>> values(Node node, String key, Problems problems) {
    if (!(node instanceof Node.Items items)) {
      return Kinds.TEXT.read(node, key, problems).map(List::of);
    }
    if (items.nodes().isEmpty()) {
      problems.error(node.at(), key, key + " has no value", "write one, or * for any");
      return Optional.empty();
    }
    return Kinds.TEXTS.read(node, key, problems);
  }
}
