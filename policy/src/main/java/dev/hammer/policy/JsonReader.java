package dev.hammer.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads one JSON text into a tree, within limits that no policy of AWS comes near. */
final class JsonReader {

  private static final int DEEPEST = 64;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  private final JsonParser parser;

  private JsonReader(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads the text or throws {@link Malformed}. */
  static Json read(String text) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return new JsonReader(parser).document();
    } catch (StreamConstraintsException e) {
      throw new Malformed(
          "It is nested deeper than any policy, or a number or name in it is too long.",
          position(e.getLocation()));
    } catch (JacksonException e) {
      String whole = e.getOriginalMessage();
      int note = whole.indexOf(" (start marker at");
      String said = Quote.plain(note < 0 ? whole : whole.substring(0, note));
      throw new Malformed("It is not JSON: " + said, position(e.getLocation()));
    }
  }

  private Json document() {
    Json root = value(parser.nextToken());
    if (parser.nextToken() != null) {
      throw new Malformed("Something follows the end of the document.", here());
    }
    return root;
  }

  private Json value(JsonToken token) {
    Json.Position at = here();
    return switch (token) {
      case START_OBJECT -> object(at);
      case START_ARRAY -> list(at);
      case VALUE_STRING -> new Json.Text(parser.getString(), at);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          new Json.Scalar(parser.getString(), at);
      case VALUE_NULL -> new Json.Nothing(at);
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new Malformed("A value is missing.", at);
    };
  }

  private Json object(Json.Position at) {
    List<Json.Field> fields = new ArrayList<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      Json.Position fieldAt = here();
      String name = parser.currentName();
      fields.add(new Json.Field(name, value(parser.nextToken()), fieldAt));
    }
    return new Json.Fields(fields, at);
  }

  private Json list(Json.Position at) {
    List<Json> values = new ArrayList<>();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      values.add(value(token));
      token = parser.nextToken();
    }
    return new Json.Items(values, at);
  }

  private Json.Position here() {
    return position(parser.currentTokenLocation());
  }

  private static Json.Position position(@Nullable TokenStreamLocation location) {
    if (location == null) {
      return new Json.Position(1, 1);
    }
    return new Json.Position(
        Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }
}
