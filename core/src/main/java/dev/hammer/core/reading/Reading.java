package dev.hammer.core.reading;

import java.util.Optional;
import java.util.function.Function;

/** The outcome of reading one facet. */
public sealed interface Reading<T> {
  record Known<T>(T value) implements Reading<T> {}

  record Unreadable<T>(ReadFailure why) implements Reading<T> {}

  /** The value if it could be read. */
  default Optional<T> known() {
    return this instanceof Known<T>(T value) ? Optional.of(value) : Optional.empty();
  }

  /** The failure if it could not. */
  default Optional<ReadFailure> failure() {
    return this instanceof Unreadable<T>(ReadFailure why) ? Optional.of(why) : Optional.empty();
  }

  default <R> Reading<R> map(Function<T, R> then) {
    return switch (this) {
      case Known<T>(T value) -> new Known<>(then.apply(value));
      case Unreadable<T>(ReadFailure why) -> new Unreadable<>(why);
    };
  }
}
