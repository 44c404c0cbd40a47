package dev.hammer.cli.terminal;

import java.util.Map;

/** When to colour. Order: the option, NO_COLOR, CLICOLOR_FORCE, TERM=dumb, is it a terminal. */
public enum ColorMode {
  AUTO,
  ALWAYS,
  NEVER;

  boolean isOn(Map<String, String> environment, boolean isTerminal) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
          yield false;
        }
        String forced = environment.getOrDefault("CLICOLOR_FORCE", "");
        if (!forced.isEmpty() && !forced.equals("0")) {
          yield true;
        }
        yield isTerminal && !environment.getOrDefault("TERM", "").equals("dumb");
      }
    };
  }
}
