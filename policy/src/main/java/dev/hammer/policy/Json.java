package dev.hammer.policy;

import java.util.List;

/** A JSON value and the place where it stands, so that a complaint can point at it. */
sealed interface Json {

  Position at();

  /** The value's kind, for messages. */
  default String kind() {
    return switch (this) {
      case Text _ -> "a text";
      case Scalar _ -> "a number or boolean";
      case Nothing _ -> "null";
      case Items _ -> "a list";
      case Fields _ -> "an object";
    };
  }

  /** A place in the text, counted from 1. */
  record Position(int line, int column) {}

  /** A string. */
  record Text(String value, Position at) implements Json {}

  /** A number or boolean as it is written; policies may have them where a string is meant. */
  record Scalar(String value, Position at) implements Json {}

  /** The null value. */
  record Nothing(Position at) implements Json {}

  /** A list. */
  record Items(List<Json> values, Position at) implements Json {
    public Items {
      values = List.copyOf(values);
    }
  }

  /** An object, its fields in the order of the text, names possibly twice. */
  record Fields(List<Field> fields, Position at) implements Json {
    public Fields {
      fields = List.copyOf(fields);
    }
  }

  /** One member of an object. */
  record Field(String name, Json value, Position at) {}
}
