package dev.hammer.app.archive;

import dev.hammer.core.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** A line of an archive, or a part of one, by the names of its fields. */
record Line(Value.Fields fields) {
  static final String TYPE = "type";

  static Line of(Value value) {
    if (value instanceof Value.Fields fields) {
      return new Line(fields);
    }
    throw new IllegalArgumentException("not an object");
  }

  /** Something this line says must be so. */
  String text(String name) {
    return optional(name).orElseThrow(() -> missing(name));
  }

  Optional<String> optional(String name) {
    return fields.text(name);
  }

  <T> T as(String name, Function<String, T> meaning) {
    return meaning.apply(text(name));
  }

  Instant instant(String name) {
    return as(name, Instant::parse);
  }

  Optional<Instant> optionalInstant(String name) {
    return optional(name).map(Instant::parse);
  }

  long number(String name) {
    if (value(name) instanceof Value.Num(BigDecimal number)) {
      return number.longValueExact();
    }
    throw missing(name);
  }

  boolean flag(String name) {
    if (value(name) instanceof Value.Flag(boolean isTrue)) {
      return isTrue;
    }
    throw missing(name);
  }

  Value.Fields object(String name) {
    return line(name).fields();
  }

  Line line(String name) {
    return of(value(name));
  }

  Optional<Line> optionalLine(String name) {
    return fields.get(name).filter(value -> !value.equals(Value.absent())).map(Line::of);
  }

  List<Line> lines(String name) {
    return items(name).stream().map(Line::of).toList();
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Value item : items(name)) {
      if (!(item instanceof Value.Text(String text))) {
        throw missing(name);
      }
      texts.add(text);
    }
    return texts;
  }

  private List<Value> items(String name) {
    if (value(name) instanceof Value.Items(List<Value> items)) {
      return items;
    }
    throw missing(name);
  }

  private Value value(String name) {
    return fields.get(name).orElseThrow(() -> missing(name));
  }

  private static NoSuchElementException missing(String name) {
    return new NoSuchElementException(name + " is missing, or of another kind");
  }
}
