package dev.hammer.app.config;

import dev.hammer.core.value.Value;

/**
 * One key with the value in force.
 *
 * @param value {@link #HIDDEN} if it is secret, absent if there is none
 */
public record EffectiveSetting(String key, Value value, Origin origin, boolean secret) {
  /** What stands for a secret. */
  public static final Value HIDDEN = Value.text("(hidden)");
}
