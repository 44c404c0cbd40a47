package dev.hammer.stores.dynamodb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.util.DefaultSdkAutoConstructMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A condition or an update under construction. Names and values go in by placeholders only: no text
 * from outside is ever part of an expression.
 */
final class Expression {
  private final Map<String, String> names = new TreeMap<>();
  private final Map<String, AttributeValue> values = new TreeMap<>();
  private final List<String> sets = new ArrayList<>();
  private final List<String> removes = new ArrayList<>();

  /** The placeholder of an attribute, or of one inside a map after a point. */
  String name(String path) {
    return Arrays.stream(path.split("\\.")).map(this::placeholder).collect(Collectors.joining("."));
  }

  /** The placeholder of a value. */
  String value(AttributeValue value) {
    String placeholder = ":v" + values.size();
    values.put(placeholder, value);
    return placeholder;
  }

  Expression set(String path, AttributeValue value) {
    sets.add(name(path) + " = " + value(value));
    return this;
  }

  /** Sets what is not there yet. */
  Expression keep(String path, AttributeValue value) {
    String name = name(path);
    sets.add(name + " = if_not_exists(" + name + ", " + value(value) + ")");
    return this;
  }

  Expression remove(String path) {
    removes.add(name(path));
    return this;
  }

  String update() {
    List<String> clauses = new ArrayList<>();
    if (!sets.isEmpty()) {
      clauses.add("SET " + String.join(", ", sets));
    }
    if (!removes.isEmpty()) {
      clauses.add("REMOVE " + String.join(", ", removes));
    }
    return String.join(" ", clauses);
  }

  Map<String, String> names() {
    return names;
  }

  /** The values; DynamoDB refuses an empty map where it takes none at all. */
  Map<String, AttributeValue> values() {
    return values.isEmpty() ? DefaultSdkAutoConstructMap.getInstance() : values;
  }

  long bytes() {
    return Draft.bytes(values);
  }

  private String placeholder(String name) {
    return names.entrySet().stream()
        .filter(entry -> entry.getValue().equals(name))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(
            () -> {
              String placeholder = "#n" + names.size();
              names.put(placeholder, name);
              return placeholder;
            });
  }
}
