package dev.hammer.stores.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items in files, as DynamoDB spells them. */
final class Golden {
  private Golden() {}

  static Map<String, AttributeValue> item(String file) {
    try (InputStream text =
        Objects.requireNonNull(Golden.class.getResourceAsStream("predecessor/" + file))) {
      return map((Value.Fields) JsonText.parse(new String(text.readAllBytes(), UTF_8)));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** An attribute that is there. */
  static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name);
  }

  private static Map<String, AttributeValue> map(Value.Fields fields) {
    Map<String, AttributeValue> map = new TreeMap<>();
    fields.fields().forEach(f -> map.put(f.name(), attribute((Value.Fields) f.value())));
    return map;
  }

  private static AttributeValue attribute(Value.Fields typed) {
    Value.Field only = typed.fields().getFirst();
    return switch (only.value()) {
      case Value.Text(String text) when only.name().equals("N") -> AttributeValue.fromN(text);
      case Value.Text(String text) -> AttributeValue.fromS(text);
      case Value.Flag(boolean flag) when only.name().equals("NULL") -> AttributeValue.fromNul(flag);
      case Value.Flag(boolean flag) -> AttributeValue.fromBool(flag);
      case Value.Items(List<Value> items) ->
          AttributeValue.fromL(items.stream().map(i -> attribute((Value.Fields) i)).toList());
      case Value.Fields fields -> AttributeValue.fromM(map(fields));
      case Value.Num(BigDecimal number) -> throw new IllegalArgumentException("" + number);
      case Value.Absent _ -> throw new IllegalArgumentException("no value");
    };
  }
}
