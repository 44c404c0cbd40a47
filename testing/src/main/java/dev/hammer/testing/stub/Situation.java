package dev.hammer.testing.stub;

/** Why AWS refuses a call that is right in itself. */
public enum Situation {
  DENIED,
  THROTTLED,
  EXPIRED,
  REGION_NOT_ENABLED
}
