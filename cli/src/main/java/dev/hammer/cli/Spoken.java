package dev.hammer.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts whose commands are to be typed as this one was. */
public final class Spoken {
  private static final Pattern COMMAND =
      Pattern.compile(
          "\\bhammer (?=(accounts|checks|config show|config validate|diff|doctor|history|issues"
              + "|policy|scan|show|store|whitelist)\\b)");

  private Spoken() {}

  /**
   * The text with its commands made complete.
   *
   * @param hammer how the program is called, such as {@code hammer --demo}
   */
  public static String of(String text, String hammer) {
    return COMMAND.matcher(text).replaceAll(Matcher.quoteReplacement(hammer + " "));
  }
}
