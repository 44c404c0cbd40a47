package dev.hammer.core.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tree of plain values: what evidence, details and JSON documents are made of. */
public sealed interface Value {
  record Text(String text) implements Value {}

  /** A number; two numbers are equal when they are the same number, however written. */
  record Num(BigDecimal number) implements Value {
    public Num {
      number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
  }

  record Flag(boolean isTrue) implements Value {}

  record Absent() implements Value {}

  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Named values in the order given; names are unique. */
  record Fields(List<Field> fields) implements Value {
    public Fields {
      fields = List.copyOf(fields);
      long names = fields.stream().map(Field::name).distinct().count();
      if (names != fields.size()) {
        throw new IllegalArgumentException("duplicate field in " + fields);
      }
    }

    public static final Fields NONE = new Fields(List.of());

    public Optional<Value> get(String name) {
      return fields.stream().filter(f -> f.name().equals(name)).map(Field::value).findFirst();
    }

    /** The text of a field, if it is there and a text. */
    public Optional<String> text(String name) {
      return get(name)
          .flatMap(
              value -> value instanceof Text(String text) ? Optional.of(text) : Optional.empty());
    }

    public Fields with(String name, Value value) {
      Builder builder = Value.fields();
      fields.stream().filter(f -> !f.name().equals(name)).forEach(builder::add);
      return builder.put(name, value).build();
    }
  }

  /**
   * One named value.
   *
   * @param significant whether a change of it is news to people; volatile or decorating fields are
   *     not
   */
  record Field(String name, Value value, boolean significant) {}

  static Value text(String text) {
    return new Text(text);
  }

  /** The text if there is one, else absent. */
  static Value text(Optional<String> text) {
    return text.<Value>map(Text::new).orElse(absent());
  }

  static Value of(long number) {
    return new Num(BigDecimal.valueOf(number));
  }

  static Value of(BigDecimal number) {
    return new Num(number);
  }

  static Value of(boolean flag) {
    return new Flag(flag);
  }

  /** RFC 3339 in UTC. */
  static Value of(Instant instant) {
    return new Text(instant.toString());
  }

  static Value instant(Optional<Instant> instant) {
    return instant.map(Value::of).orElse(absent());
  }

  static Value absent() {
    return new Absent();
  }

  static Value items(Collection<? extends Value> items) {
    return new Items(List.copyOf(items));
  }

  static Value texts(Collection<String> texts) {
    return new Items(texts.stream().<Value>map(Text::new).toList());
  }

  static Builder fields() {
    return new Builder();
  }

  /**
   * Whether this value, freshly seen, tells anything new beside the stored one. Only significant
   * fields count, and only those the stored form knows: a field that a newer release adds is not
   * news about the resource.
   */
  default boolean isNewsBeside(Value stored) {
    return switch (this) {
      case Fields(List<Field> fresh) ->
          !(stored instanceof Fields known)
              || fresh.stream()
                  .filter(Field::significant)
                  .anyMatch(f -> known.get(f.name()).filter(f.value()::isNewsBeside).isPresent());
      case Items(List<Value> fresh) -> {
        if (!(stored instanceof Items(List<Value> known)) || known.size() != fresh.size()) {
          yield true;
        }
        for (int i = 0; i < fresh.size(); i++) {
          if (fresh.get(i).isNewsBeside(known.get(i))) {
            yield true;
          }
        }
        yield false;
      }
      case Text _, Num _, Flag _, Absent _ -> !equals(stored);
    };
  }

  /** Collects fields in order; a later field of the same name replaces the earlier. */
  final class Builder {
    private final Map<String, Field> fields = new LinkedHashMap<>();

    private Builder() {}

    public Builder add(Field field) {
      fields.put(field.name(), field);
      return this;
    }

    /** A field whose change is news. */
    public Builder put(String name, Value value) {
      return add(new Field(name, value, true));
    }

    public Builder put(String name, String text) {
      return put(name, Value.text(text));
    }

    public Builder put(String name, long number) {
      return put(name, Value.of(number));
    }

    public Builder put(String name, boolean flag) {
      return put(name, Value.of(flag));
    }

    /** A field that only informs: its change is no news. */
    public Builder note(String name, Value value) {
      return add(new Field(name, value, false));
    }

    public Fields build() {
      return new Fields(new ArrayList<>(fields.values()));
    }
  }
}
