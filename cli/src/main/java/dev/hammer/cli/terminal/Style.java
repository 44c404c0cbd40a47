package dev.hammer.cli.terminal;

import dev.hammer.core.check.Severity;

/** Colours text, or leaves it alone. */
public record Style(boolean isOn) {
  private static final String RESET = "\u001b[0m";

  /** Severity by its colour: bold magenta, bold red, yellow, blue, default. */
  public String severity(Severity severity, String text) {
    return switch (severity) {
      case CRITICAL -> paint("1;35", text);
      case HIGH -> paint("1;31", text);
      case MEDIUM -> paint("33", text);
      case LOW -> paint("34", text);
      case INFO -> text;
    };
  }

  public String bold(String text) {
    return paint("1", text);
  }

  public String faint(String text) {
    return paint("2", text);
  }

  /** For what is verified: a proven fix, or no issues at full coverage. */
  public String verified(String text) {
    return paint("32", text);
  }

  /** For what is unknown or not confirmed. */
  public String unknown(String text) {
    return paint("36", text);
  }

  public String error(String text) {
    return paint("1;31", text);
  }

  public String warning(String text) {
    return paint("33", text);
  }

  private String paint(String code, String text) {
    return isOn && !text.isEmpty() ? "\u001b[" + code + "m" + text + RESET : text;
  }
}
