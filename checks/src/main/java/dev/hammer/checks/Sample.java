package dev.hammer.checks;

import dev.hammer.checks.Trial.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Some resources of an account and region, listed once when first needed; none if they cannot be
 * listed. For one thread.
 */
public final class Sample<T> {
  private final Supplier<Drawn<T>> draw;
  private Optional<Drawn<T>> drawn = Optional.empty();

  Sample(Supplier<Drawn<T>> draw) {
    this.draw = draw;
  }

  /** What a listing gave, and what that proves. */
  record Drawn<T>(List<T> items, Outcome outcome) {
    Drawn {
      items = List.copyOf(items);
    }
  }

  List<T> items() {
    return drawn().items();
  }

  Outcome outcome() {
    return drawn().outcome();
  }

  private Drawn<T> drawn() {
    Drawn<T> known = drawn.orElseGet(draw);
    drawn = Optional.of(known);
    return known;
  }
}
