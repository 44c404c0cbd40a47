package dev.hammer.json;

import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Builds a value tree from the tokens of one text. */
final class JsonReading {
  private final JsonParser json;

  private JsonReading(JsonParser json) {
    this.json = json;
  }

  static Value read(String text, JsonFactory format) {
    try (JsonParser json = format.createParser(ObjectReadContext.empty(), text)) {
      return new JsonReading(json).read();
    }
  }

  private Value read() {
    try {
      return document();
    } catch (JacksonException broken) {
      TokenStreamLocation at =
          Objects.requireNonNullElse(broken.getLocation(), json.currentLocation());
      throw problem(words(broken.getOriginalMessage()), at, broken);
    }
  }

  /** The parser's own words without its notes about features and sources. */
  private static String words(String said) {
    int note = said.indexOf(" (start marker at");
    return note < 0 ? said : said.substring(0, note);
  }

  private Value document() {
    JsonToken first = json.nextToken();
    if (first == null) {
      throw problem("nothing here, where a value is expected");
    }
    Value value = value(first);
    if (json.nextToken() != null) {
      throw problem("more text after the value");
    }
    return value;
  }

  private Value value(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> fields();
      case START_ARRAY -> items();
      case VALUE_STRING -> Value.text(json.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> Value.of(true);
      case VALUE_FALSE -> Value.of(false);
      case VALUE_NULL -> Value.absent();
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw problem("unexpected " + token);
    };
  }

  private Value.Fields fields() {
    Value.Builder fields = Value.fields();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      fields.put(name, value(json.nextToken()));
    }
    return fields.build();
  }

  private Value.Items items() {
    List<Value> items = new ArrayList<>();
    for (JsonToken next = json.nextToken(); next != JsonToken.END_ARRAY; next = json.nextToken()) {
      items.add(value(next));
    }
    return new Value.Items(items);
  }

  private Value number() {
    try {
      return Value.of(json.getDecimalValue());
    } catch (ArithmeticException | NumberFormatException outOfRange) {
      throw problem("a number out of range", json.currentTokenLocation(), outOfRange);
    }
  }

  private JsonException problem(String what) {
    return problem(what, json.currentTokenLocation(), new IllegalArgumentException(what));
  }

  private static JsonException problem(String what, TokenStreamLocation at, Throwable cause) {
    return new JsonException(
        what, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), cause);
  }
}
