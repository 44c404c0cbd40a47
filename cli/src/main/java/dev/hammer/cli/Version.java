package dev.hammer.cli;

import java.util.Optional;

/** Which Hammer this is. */
public final class Version {
  private Version() {}

  /** The product version, such as {@code 0.1.0}. */
  public static String number() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("0.1.0");
  }

  /** What it was built from, where the launcher knows. */
  public static Optional<String> commit() {
    return Optional.ofNullable(System.getProperty("hammer.commit"))
        .filter(text -> text.matches("[0-9a-f]{7,40}"));
  }

  /** The Java it runs on, such as {@code 25.0.1}. */
  public static String java() {
    Runtime.Version version = Runtime.version();
    return version.feature() + "." + version.interim() + "." + version.update();
  }

  /** Version and Java, on one line. */
  static String of() {
    return "Hammer " + number() + ", Java " + Runtime.version();
  }
}
