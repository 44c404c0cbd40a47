package dev.hammer.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which Hammer this is. */
public final class Version {
  private static final Pattern COMMIT =
      Pattern.compile("(?<commit>[0-9a-f]{40}|[0-9a-f]{64})(?<modified> modified)?");
  private static final int SHORT = 12;

  private Version() {}

  /** The product version, such as {@code 0.1.0}. */
  public static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("0.1.0");
  }

  /** The commit it was built from, as the launcher knows it; absent where git did not. */
  public static Optional<String> commit() {
    return commit(System.getProperty("hammer.commit", ""));
  }

  /** Whether sources were changed since that commit. */
  public static boolean isModified() {
    return isModified(System.getProperty("hammer.commit", ""));
  }

  static Optional<String> commit(String known) {
    Matcher commit = COMMIT.matcher(known.strip());
    return commit.matches() ? Optional.of(commit.group("commit")) : Optional.empty();
  }

  static boolean isModified(String known) {
    Matcher commit = COMMIT.matcher(known.strip());
    return commit.matches() && commit.group("modified") != null;
  }

  /** The commit for people: short, and whether that is all; empty where it is not known. */
  public static String built() {
    return commit()
        .map(commit -> commit.substring(0, SHORT) + (isModified() ? ", modified" : ""))
        .orElse("");
  }

  /** The Java it runs on, such as {@code 25.0.1}. */
  public static String java() {
    Runtime.Version version = Runtime.version();
    return version.feature() + "." + version.interim() + "." + version.update();
  }

  /** Version, commit and Java, on one line. */
  static String of() {
    return "Hammer "
        + number()
        + (built().isEmpty() ? "" : " (" + built() + ")")
        + ", Java "
        + Runtime.version();
  }
}
