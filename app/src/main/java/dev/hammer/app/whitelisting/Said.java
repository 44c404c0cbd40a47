package dev.hammer.app.whitelisting;

import dev.hammer.app.CommandFailure;

/** What somebody must say in words. */
final class Said {
  private Said() {}

  /**
   * The text without blanks around it.
   *
   * @throws CommandFailure if nothing is left
   */
  static String in(String what, String text) {
    if (text.isBlank()) {
      throw usage("whitelist.blank", what + " is empty", "Say it in a few words");
    }
    return text.strip();
  }

  static CommandFailure usage(String code, String message, String remedy) {
    return new CommandFailure(CommandFailure.Kind.USAGE, code, message, remedy);
  }
}
