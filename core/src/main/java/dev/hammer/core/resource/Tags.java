package dev.hammer.core.resource;

import dev.hammer.core.value.Value;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tags of a resource, by key. */
public record Tags(SortedMap<String, String> values) {
  public static final Tags NONE = new Tags(new TreeMap<>());

  public Tags {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  public static Tags of(Map<String, String> values) {
    return new Tags(new TreeMap<>(values));
  }

  public Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** As fields, an empty value as absent, as the predecessor stored them. */
  public Value toValue() {
    Value.Builder fields = Value.fields();
    values.forEach(
        (key, value) -> fields.put(key, value.isEmpty() ? Value.absent() : Value.text(value)));
    return fields.build();
  }
}
