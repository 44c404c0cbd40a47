package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list of one kind, without repetitions. */
record Many<T>(Kind<T> one) implements Kind<List<T>> {
  @Override
  public String form() {
    return "list: " + one.form();
  }

  @Override
  public String example() {
    return "[" + one.example() + "]";
  }

  @Override
  public Optional<List<T>> read(Node node, String key, Problems problems) {
    if (!(node instanceof Node.Items(_, List<Node> nodes, _))) {
      problems.error(
          node.at(),
          key,
          key + " is " + Shown.kindOf(node),
          "write a list"
              + (node instanceof Node.Scalar s ? ": [" + Shown.quoted(s.raw()) + "]" : ""));
      return Optional.empty();
    }
    List<T> all = new ArrayList<>();
    boolean isWhole = true;
    for (int i = 0; i < nodes.size(); i++) {
      Optional<T> value = one.read(nodes.get(i), key + "[" + i + "]", problems);
      value.ifPresent(all::add);
      isWhole &= value.isPresent();
    }
    return isWhole ? Optional.of(all.stream().distinct().toList()) : Optional.empty();
  }

  @Override
  public Value show(List<T> value) {
    return Value.items(value.stream().map(one::show).toList());
  }
}
