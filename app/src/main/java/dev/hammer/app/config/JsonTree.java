package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads a JSON file into nodes with their places. */
final class JsonTree {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final String file;
  private final Problems problems;
  private final JsonParser parser;

  private JsonTree(String file, Problems problems, JsonParser parser) {
    this.file = file;
    this.problems = problems;
    this.parser = parser;
  }

  /** The whole file; blank text is an empty object. */
  static Node read(String text, String file, Problems problems) {
    if (text.isBlank()) {
      return Node.Fields.empty(new Position(file, 1, 1));
    }
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      return new JsonTree(file, problems, parser).document();
    } catch (JacksonException broken) {
      throw new BrokenFileException(
          position(file, broken.getLocation()),
          "this is not JSON: " + firstSentence(broken),
          "correct the file; nothing after this place was read");
    }
  }

  private Node document() {
    parser.nextToken();
    Node root = node("", 0);
    if (parser.nextToken() != null) {
      throw new BrokenFileException(
          at(), "there is more after the end of the JSON document", "remove it");
    }
    return root;
  }

  private Node node(String path, int depth) {
    if (depth > NodeLimits.DEPTH) {
      throw NodeLimits.tooDeep(at());
    }
    Position at = at();
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new BrokenFileException(at, "this is not JSON: the file ends too early", "complete it");
    }
    return switch (token) {
      case START_OBJECT -> object(at, path, depth);
      case START_ARRAY -> list(at, path, depth);
      case VALUE_STRING -> new Node.Scalar(at, Value.text(parser.getString()), parser.getString());
      case VALUE_TRUE, VALUE_FALSE ->
          new Node.Scalar(at, Value.of(token == JsonToken.VALUE_TRUE), parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new Node.Scalar(at, number(parser.getString()), parser.getString());
      case VALUE_NULL -> new Node.Scalar(at, Value.absent(), "null");
      case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new BrokenFileException(at, "this is not JSON", "correct the file");
    };
  }

  private Node object(Position at, String path, int depth) {
    Members members = new Members(path, problems);
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      Position place = at();
      parser.nextToken();
      members.add(new Node.Member(name, place, node(members.pathOf(name), depth + 1)));
    }
    return new Node.Fields(at, members.all());
  }

  private Node list(Position at, String path, int depth) {
    List<Node> nodes = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      nodes.add(node(path + "[" + nodes.size() + "]", depth + 1));
    }
    return new Node.Items(at, nodes);
  }

  private static Value number(String word) {
    return Scalars.number(word).<Value>map(Value::of).orElse(Value.text(word));
  }

  private Position at() {
    return position(file, parser.currentTokenLocation());
  }

  private static Position position(String file, TokenStreamLocation place) {
    return place == null || place.getLineNr() < 1
        ? new Position(file, 1, 1)
        : new Position(file, place.getLineNr(), Math.max(1, place.getColumnNr()));
  }

  /** The parser's own words without its notes about features and sources. */
  private static String firstSentence(JacksonException broken) {
    String whole = Optional.ofNullable(broken.getOriginalMessage()).orElse("unreadable");
    String line = whole.lines().findFirst().orElse("unreadable");
    int note = line.indexOf(" (start marker at");
    return Shown.visible(note < 0 ? line : line.substring(0, note));
  }
}
