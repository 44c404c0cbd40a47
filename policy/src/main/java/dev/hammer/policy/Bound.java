package dev.hammer.policy;

/**
 * The most that something lets in.
 *
 * @param who the audience in words; where it is everyone or unclear, the reason
 */
record Bound(Audience audience, String who) {

  static Bound everyone(String reason) {
    return new Bound(Audience.PUBLIC, reason);
  }

  static Bound unclear(String reason) {
    return new Bound(Audience.PUBLIC_UNCLEAR, reason);
  }

  boolean restricts() {
    return !audience.isPublic();
  }

  /** The wider of two alternatives. */
  Bound or(Bound other) {
    return other.audience.compareTo(audience) > 0 ? other : this;
  }

  /** The narrower of two demands. */
  Bound and(Bound other) {
    return other.audience.compareTo(audience) < 0 ? other : this;
  }
}
