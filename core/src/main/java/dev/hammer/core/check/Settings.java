package dev.hammer.core.check;

import java.util.Map;

/** The values of a check's settings in force. */
public final class Settings {
  /** Every setting at its default. */
  public static final Settings DEFAULTS = new Settings(Map.of());

  private final Map<Setting<?>, Object> values;

  private Settings(Map<Setting<?>, Object> values) {
    this.values = Map.copyOf(values);
  }

  @SuppressWarnings("unchecked") // with() is the only way in and pairs a setting with its own type
  public <T> T get(Setting<T> setting) {
    return (T) values.getOrDefault(setting, setting.fallback());
  }

  public <T> Settings with(Setting<T> setting, T value) {
    var more = new java.util.HashMap<>(values);
    more.put(setting, value);
    return new Settings(more);
  }
}
