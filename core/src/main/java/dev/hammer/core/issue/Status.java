package dev.hammer.core.issue;

import java.util.Arrays;
import java.util.Locale;

/** Where an issue stands in its life. */
public enum Status {
  OPEN,
  WHITELISTED,
  RESOLVED,
  CLOSED,
  /** A record of the predecessor whose status is missing or not known; kept and shown. */
  UNKNOWN;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fault is there as far as anyone knows: a look must confirm or resolve it. */
  public boolean isLive() {
    return this == OPEN || this == WHITELISTED || this == UNKNOWN;
  }

  public static Status parse(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst().orElse(UNKNOWN);
  }
}
