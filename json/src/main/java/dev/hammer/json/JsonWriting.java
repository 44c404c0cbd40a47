package dev.hammer.json;

import dev.hammer.core.value.Value;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes a value tree as tokens. */
final class JsonWriting {
  /** Longer numbers keep their exponent: a hostile one must not become a gigabyte of zeros. */
  private static final int PLAIN_DIGITS = 40;

  private JsonWriting() {}

  static void write(JsonGenerator json, Value value) {
    switch (value) {
      case Value.Text(String text) -> json.writeString(text);
      case Value.Num(BigDecimal number) -> json.writeNumber(digits(number));
      case Value.Flag(boolean isTrue) -> json.writeBoolean(isTrue);
      case Value.Absent _ -> json.writeNull();
      case Value.Items(List<Value> items) -> {
        json.writeStartArray();
        items.forEach(item -> write(json, item));
        json.writeEndArray();
      }
      case Value.Fields(List<Value.Field> fields) -> {
        json.writeStartObject();
        for (Value.Field field : fields) {
          json.writeName(field.name());
          write(json, field.value());
        }
        json.writeEndObject();
      }
    }
  }

  private static String digits(BigDecimal number) {
    long length = (long) number.precision() + Math.abs((long) number.scale());
    return length <= PLAIN_DIGITS ? number.toPlainString() : number.toString();
  }
}
