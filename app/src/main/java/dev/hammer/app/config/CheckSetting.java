package dev.hammer.app.config;

import dev.hammer.core.check.SettingType;
import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Optional;

/** A setting that a check declares; its type judges the value, this tells where. */
record CheckSetting<T>(SettingType<T> type) implements Kind<T> {
  @Override
  public String form() {
    return type.form();
  }

  @Override
  public String example() {
    return type.example();
  }

  @Override
  public Optional<T> read(Node node, String key, Problems problems) {
    Optional<Value> value =
        type instanceof SettingType.YesNo
            ? new Flag().read(node, key, problems).map(Value::of)
            : Optional.of(node.value());
    return value.flatMap(
        v ->
            type.read(
                v,
                (index, message, remedy) -> {
                  String place = index < 0 ? key : key + "[" + index + "]";
                  problems.error(placeOf(node, index), place, place + ": " + message, remedy);
                }));
  }

  @Override
  public Value show(T value) {
    return type.show(value);
  }

  private static Position placeOf(Node node, int index) {
    return node instanceof Node.Items(_, List<Node> nodes, _) && index >= 0 && index < nodes.size()
        ? nodes.get(index).at()
        : node.at();
  }
}
