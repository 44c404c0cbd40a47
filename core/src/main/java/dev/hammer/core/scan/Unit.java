package dev.hammer.core.scan;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.util.Comparator;

/** The unit of work: one service in one account and region. What a worker takes and repeats. */
public record Unit(AccountId account, Region region, String service) implements Comparable<Unit> {
  private static final Comparator<Unit> ORDER =
      Comparator.comparing(Unit::account).thenComparing(Unit::region).thenComparing(Unit::service);

  @Override
  public int compareTo(Unit other) {
    return ORDER.compare(this, other);
  }
}
