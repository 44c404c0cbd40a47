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

  /** Version and Java, on one line. */
  static String of() {
    return "Hammer " + number() + ", Java " + Runtime.version();
  }
}
