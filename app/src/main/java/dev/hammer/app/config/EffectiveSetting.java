package dev.hammer.app.config;

import dev.hammer.core.value.Value;

/**
 * One key with the value in force.
 *
 * @param value already hidden if it is secret
 */
public record EffectiveSetting(String key, Value value, Origin origin, boolean secret) {}
