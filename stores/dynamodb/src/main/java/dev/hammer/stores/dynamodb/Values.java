package dev.hammer.stores.dynamodb;

import dev.hammer.core.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Value trees as attributes, for the predecessor's readers, and its attributes as value trees.
 * Attributes know no order of fields, no halves of pairs and no number beyond 38 digits: what must
 * come back exactly is kept as JSON besides.
 */
final class Values {
  /** DynamoDB nests 32 deep. */
  private static final int DEEPEST = 30;

  private static final int DIGITS = 38;
  private static final int LARGEST_EXPONENT = 100;

  private Values() {}

  static AttributeValue write(Value value) {
    return write(value, 1);
  }

  static Value read(AttributeValue attribute) {
    return switch (attribute.type()) {
      case S -> Value.text(Texts.decode(attribute.s()));
      case N -> number(attribute.n());
      case BOOL -> Value.of(attribute.bool());
      case L -> Value.items(attribute.l().stream().map(Values::read).toList());
      case M -> fields(attribute.m());
      case SS -> Value.texts(attribute.ss().stream().sorted().toList());
      case NS -> Value.items(attribute.ns().stream().sorted().map(Values::number).toList());
      case B -> Value.text(base64(attribute.b().asByteArray()));
      case BS ->
          Value.texts(attribute.bs().stream().map(bytes -> base64(bytes.asByteArray())).toList());
      case NUL, UNKNOWN_TO_SDK_VERSION -> Value.absent();
    };
  }

  /** The fields of a map, by name; nothing if it is no map. */
  static Value.Fields fields(AttributeValue attribute) {
    return attribute.hasM() ? fields(attribute.m()) : Value.Fields.NONE;
  }

  private static Value.Fields fields(Map<String, AttributeValue> map) {
    Value.Builder fields = Value.fields();
    new TreeMap<>(map).forEach((name, attribute) -> fields.put(name, read(attribute)));
    return fields.build();
  }

  private static AttributeValue write(Value value, int depth) {
    return switch (value) {
      case Value.Text(String text) -> AttributeValue.fromS(Texts.readable(text));
      case Value.Num(BigDecimal number) -> write(number);
      case Value.Flag(boolean isTrue) -> AttributeValue.fromBool(isTrue);
      case Value.Absent _ -> AttributeValue.fromNul(true);
      case Value.Items(List<Value> items) ->
          depth > DEEPEST ? tooDeep() : AttributeValue.fromL(write(items, depth));
      case Value.Fields fields ->
          depth > DEEPEST ? tooDeep() : AttributeValue.fromM(write(fields, depth));
    };
  }

  private static List<AttributeValue> write(List<Value> items, int depth) {
    List<AttributeValue> list = new ArrayList<>();
    items.forEach(item -> list.add(write(item, depth + 1)));
    return list;
  }

  private static Map<String, AttributeValue> write(Value.Fields fields, int depth) {
    Map<String, AttributeValue> map = new LinkedHashMap<>();
    for (Value.Field field : fields.fields()) {
      map.put(nameOf(field), write(field.value(), depth + 1));
    }
    return map;
  }

  /** An attribute needs a name, even inside a map. */
  private static String nameOf(Value.Field field) {
    return field.name().isEmpty() ? "_" : Texts.readable(field.name());
  }

  private static AttributeValue write(BigDecimal number) {
    int exponent = number.precision() - number.scale() - 1;
    return number.precision() <= DIGITS && Math.abs(exponent) <= LARGEST_EXPONENT
        ? AttributeValue.fromN(number.toPlainString())
        : AttributeValue.fromS(number.toString());
  }

  private static AttributeValue tooDeep() {
    return AttributeValue.fromS("(nested too deeply for DynamoDB)");
  }

  private static Value number(String text) {
    return Value.of(new BigDecimal(text));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
