package dev.hammer.app.checks;

import dev.hammer.app.config.EffectiveSetting;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Scope;
import java.util.List;

/**
 * A check and how the configuration sets it.
 *
 * @param origin what switches it on or off: a file with its line, or {@code default}
 * @param settings its own settings in force
 */
public record CheckState(
    CheckInfo info, Scope scope, boolean enabled, String origin, List<EffectiveSetting> settings) {
  public CheckState {
    settings = List.copyOf(settings);
  }

  /** {@code on} or {@code off}. */
  public String word() {
    return enabled ? "on" : "off";
  }
}
