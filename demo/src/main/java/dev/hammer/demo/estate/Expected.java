package dev.hammer.demo.estate;

import java.util.Comparator;
import java.util.Optional;

/** One fault that was put into the estate, under the key its issue must have. */
public record Expected(String check, String account, Optional<String> region, String resourceId)
    implements Comparable<Expected> {
  private static final Comparator<Expected> ORDER =
      Comparator.comparing(Expected::check)
          .thenComparing(Expected::account)
          .thenComparing(it -> it.region.orElse(""))
          .thenComparing(Expected::resourceId);

  @Override
  public int compareTo(Expected other) {
    return ORDER.compare(this, other);
  }
}
