package dev.hammer.core.resource;

/**
 * An AWS region by its name, or one of two stand-ins: {@link #GLOBAL} for services that have none,
 * and {@link #UNKNOWN} for the regions of an account that could not be asked for them.
 */
public record Region(String name) implements Comparable<Region> {
  /** Where S3 and IAM are read: once per account. */
  public static final Region GLOBAL = new Region("global");

  /** Regions nobody could list yet, counted as one so that coverage never pretends. */
  public static final Region UNKNOWN = new Region("*");

  public Region {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a region needs a name");
    }
  }

  public static Region of(String name) {
    return new Region(name);
  }

  /** Whether this is a real region and not a stand-in. */
  public boolean isReal() {
    return !equals(GLOBAL) && !equals(UNKNOWN);
  }

  @Override
  public int compareTo(Region other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
