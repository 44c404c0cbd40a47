package dev.hammer.cli;

import dev.hammer.app.config.LoadedConfig;

/** The configuration has errors; nothing may start. */
public final class InvalidConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient LoadedConfig loaded;

  public InvalidConfigurationException(LoadedConfig loaded) {
    super("the configuration has errors", null, false, false);
    this.loaded = loaded;
  }

  public LoadedConfig loaded() {
    return loaded;
  }
}
