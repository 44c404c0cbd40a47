package dev.hammer.stores.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attributes about to be written. What is absent has no attribute. */
final class Draft {
  private static final int NUMBER = 21;

  private final Map<String, AttributeValue> attributes = new TreeMap<>();

  Draft put(String name, AttributeValue value) {
    attributes.put(name, value);
    return this;
  }

  Draft putAll(Map<String, AttributeValue> more) {
    attributes.putAll(more);
    return this;
  }

  Draft text(String name, String text) {
    return put(name, AttributeValue.fromS(Texts.encode(text)));
  }

  Draft text(String name, Optional<String> text) {
    text.ifPresent(present -> text(name, present));
    return this;
  }

  Draft instant(String name, Instant instant) {
    return put(name, AttributeValue.fromS(Moments.exact(instant)));
  }

  Draft instant(String name, Optional<Instant> instant) {
    instant.ifPresent(present -> instant(name, present));
    return this;
  }

  Draft number(String name, long number) {
    return put(name, AttributeValue.fromN(Long.toString(number)));
  }

  Draft flag(String name, boolean flag) {
    return put(name, AttributeValue.fromBool(flag));
  }

  Draft json(String name, Value value) {
    return put(name, AttributeValue.fromS(JsonText.write(value)));
  }

  Draft list(String name, Collection<String> texts) {
    return json(name, Value.texts(texts));
  }

  Map<String, AttributeValue> attributes() {
    return attributes;
  }

  /** How large an item of these attributes is, as DynamoDB counts, or a little more. */
  long bytes() {
    return bytes(attributes);
  }

  static long bytes(Map<String, AttributeValue> attributes) {
    return attributes.entrySet().stream()
        .mapToLong(entry -> entry.getKey().getBytes(UTF_8).length + bytes(entry.getValue()))
        .sum();
  }

  private static long bytes(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s().getBytes(UTF_8).length;
      case M -> 3 + value.m().size() + bytes(value.m());
      case L -> 3 + value.l().stream().mapToLong(item -> 1 + bytes(item)).sum();
      default -> NUMBER;
    };
  }
}
