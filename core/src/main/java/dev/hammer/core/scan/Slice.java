package dev.hammer.core.scan;

import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import java.util.Comparator;

/** One check's share of a unit: what is merged and ordered in time as a whole. */
public record Slice(AccountId account, Region region, String check) implements Comparable<Slice> {
  private static final Comparator<Slice> ORDER =
      Comparator.comparing(Slice::account).thenComparing(Slice::region).thenComparing(Slice::check);

  @Override
  public int compareTo(Slice other) {
    return ORDER.compare(this, other);
  }
}
