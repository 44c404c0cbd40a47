package dev.hammer.aws;

/**
 * A token bucket as AWS documents it: a call takes a token, and tokens come back at a steady rate.
 *
 * @param bucket what it is called here; the same for calls that share one
 * @param size how many tokens it holds
 * @param perSecond how many come back each second
 * @param isGlobal whether all regions of an account share it
 */
record PublishedRate(String bucket, double size, double perSecond, boolean isGlobal) {
  PublishedRate {
    if (!(size >= 1) || !(perSecond > 0)) {
      throw new IllegalArgumentException("no rate: " + size + " and " + perSecond + " a second");
    }
  }

  /** The same for one API among several that have a bucket of this kind each. */
  PublishedRate named(String name) {
    return new PublishedRate(name, size, perSecond, isGlobal);
  }
}
