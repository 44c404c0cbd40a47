package dev.hammer.stores.dynamodb;

import dev.hammer.core.issue.StoreException;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A stored item, by the names of its attributes.
 *
 * @param table where it is stored, for messages
 */
record Item(String table, Map<String, AttributeValue> attributes) {
  boolean has(String name) {
    return attributes.containsKey(name);
  }

  String text(String name) {
    return optional(name).orElseThrow(() -> missing(name));
  }

  /** The text of a key, as it is spelled. */
  String key(String name) {
    return raw(name).orElseThrow(() -> missing(name));
  }

  /** The text of an attribute; nothing if it is missing or no text. */
  Optional<String> optional(String name) {
    return raw(name).map(text -> meaning(name, text, Texts::decode));
  }

  Instant instant(String name) {
    return as(name, Moments::parse);
  }

  Optional<Instant> optionalInstant(String name) {
    return optional(name).map(text -> meaning(name, text, Moments::parse));
  }

  long number(String name) {
    return optionalNumber(name).orElseThrow(() -> missing(name));
  }

  Optional<Long> optionalNumber(String name) {
    return Optional.ofNullable(attributes.get(name))
        .flatMap(attribute -> Optional.ofNullable(attribute.n()))
        .map(digits -> meaning(name, digits, Long::valueOf));
  }

  boolean flag(String name) {
    AttributeValue attribute = attributes.get(name);
    return attribute != null && Boolean.TRUE.equals(attribute.bool());
  }

  Value.Fields fields(String name) {
    return as(name, text -> (Value.Fields) JsonText.parseWritten(text));
  }

  /** Fields that stand for something. */
  <T> T fields(String name, Function<Value.Fields, T> meaning) {
    return as(name, text -> meaning.apply((Value.Fields) JsonText.parseWritten(text)));
  }

  Value json(String name) {
    return as(name, JsonText::parseWritten);
  }

  List<String> list(String name) {
    return as(name, Item::texts);
  }

  /** The fields of a map of attributes; none if it is missing or no map. */
  Value.Fields map(String name) {
    AttributeValue attribute = attributes.get(name);
    return attribute == null ? Value.Fields.NONE : Values.fields(attribute);
  }

  /** A text that stands for something; what it cannot stand for is named with its attribute. */
  <T> T as(String name, Function<String, T> meaning) {
    return meaning(name, text(name), meaning);
  }

  private Optional<String> raw(String name) {
    return Optional.ofNullable(attributes.get(name)).flatMap(a -> Optional.ofNullable(a.s()));
  }

  private <T> T meaning(String name, String text, Function<String, T> meaning) {
    try {
      return meaning.apply(text);
    } catch (RuntimeException senseless) {
      throw DynamoFailure.unreadable(this, name + " makes no sense", senseless);
    }
  }

  private StoreException missing(String name) {
    return DynamoFailure.unreadable(this, name + " is missing", new NoSuchElementException(name));
  }

  private static List<String> texts(String json) {
    return ((Value.Items) JsonText.parseWritten(json))
        .items().stream().map(item -> ((Value.Text) item).text()).toList();
  }
}
