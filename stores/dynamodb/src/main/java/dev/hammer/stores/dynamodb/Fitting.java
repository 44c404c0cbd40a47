package dev.hammer.stores.dynamodb;

import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.util.Comparator;
import java.util.List;

/**
 * Makes evidence fit into an item: the largest fields give way, each to a text that says how large
 * it was, until the rest fits.
 */
final class Fitting {
  /** What DynamoDB allows for one item. */
  static final int ITEM = 400 * 1_024;

  private Fitting() {}

  static Value.Fields fit(Value.Fields fields, long room) {
    if (bytes(fields) <= room) {
      return fields;
    }
    List<String> largestFirst =
        fields.fields().stream()
            .sorted(Comparator.comparingLong((Value.Field f) -> -bytes(f.value())))
            .map(Value.Field::name)
            .toList();
    Value.Fields fitting = fields;
    for (String name : largestFirst) {
      fitting = without(fitting, name);
      if (bytes(fitting) <= room) {
        return fitting;
      }
    }
    return Value.fields().put("left_out", mark(bytes(fields))).build();
  }

  static long bytes(Value value) {
    return Texts.bytes(JsonText.write(value));
  }

  private static Value.Fields without(Value.Fields fields, String name) {
    Value.Builder rest = Value.fields();
    for (Value.Field field : fields.fields()) {
      rest.add(
          field.name().equals(name)
              ? new Value.Field(name, Value.text(mark(bytes(field.value()))), field.significant())
              : field);
    }
    return rest.build();
  }

  private static String mark(long bytes) {
    return "(left out: " + bytes + " bytes, more than an item of DynamoDB holds)";
  }
}
