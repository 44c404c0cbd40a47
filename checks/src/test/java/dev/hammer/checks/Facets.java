package dev.hammer.checks;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes the facets of snapshots under test, which know their calls and notice when they are read;
 * those of some names are refused.
 */
public final class Facets {
  private final Set<String> refused;

  private Facets(Set<String> refused) {
    this.refused = refused;
  }

  /** Facets that all can be read. */
  public static Facets readable() {
    return new Facets(Set.of());
  }

  /** Facets of which those of the given names are denied. */
  public static Facets refusing(String... names) {
    return new Facets(Set.of(names));
  }

  /** A facet that answers the value when it is read, unless it is one of the refused. */
  public <T> Facet<T> of(
      String name, List<ApiCall> calls, T value, Function<? super T, Value> toValue) {
    return Facet.of(
        name,
        calls,
        () -> {
          if (refused.contains(name)) {
            throw new UnreadableException(
                ReadFailure.of(calls.getLast(), ReadFailure.Kind.DENIED, "denied by the test"));
          }
          return value;
        },
        toValue);
  }
}
