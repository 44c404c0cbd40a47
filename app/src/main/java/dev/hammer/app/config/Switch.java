package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.Optional;

/** A flag, also in its earlier form, an object with {@code enabled}. */
record Switch() implements Kind<Boolean> {
  @Override
  public String form() {
    return "true | false, or {enabled: true | false}";
  }

  @Override
  public String example() {
    return "true";
  }

  @Override
  public Optional<Boolean> read(Node node, String key, Problems problems) {
    if (!(node instanceof Node.Fields fields)) {
      return Kinds.FLAG.read(node, key, problems);
    }
    fields.members().stream()
        .filter(m -> !m.name().equals("enabled"))
        .forEach(
            m ->
                problems.warning(
                    m.at(),
                    key + "." + m.name(),
                    "unknown key " + key + "." + Shown.visible(m.name()),
                    "it is ignored"));
    return fields
        .find("enabled")
        .map(m -> Kinds.FLAG.read(m.node(), key + ".enabled", problems))
        .orElse(Optional.of(true));
  }

  @Override
  public Value show(Boolean value) {
    return Value.of(value);
  }
}
