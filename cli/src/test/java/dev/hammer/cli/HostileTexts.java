package dev.hammer.cli;

/** Tells whether an output could do anything to a terminal but show text. */
final class HostileTexts {
  private HostileTexts() {}

  /** No control character but line ends and tabs, and none that hides or turns others. */
  static boolean isHarmless(String output) {
    return output
        .codePoints()
        .allMatch(c -> c == '\n' || c == '\t' || (!Character.isISOControl(c) && !isHidden(c)));
  }

  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}
