package dev.hammer.testing.store;

import java.util.List;

/** Texts that AWS or an attacker may hand over, and that a store must keep as they are. */
public final class HostileText {
  private static final int LONGEST_ID = 200;

  private HostileText() {}

  /** Quotes and comments of SQL, patterns, controls, all planes of Unicode, halves of pairs. */
  public static List<String> all() {
    return List.of(
        "'; DROP TABLE issues; --",
        "\" OR 1=1 /* ? ?1 :x $y @z",
        "%_*[a-z]",
        "{\"json\": [null]}\\",
        " leading and trailing \t\r\n",
        "zero\u0000byte\u0007\u001b[2J\u007f\u009b",
        "K\u00f6ln \u4e2d\u6587 \u0627\u0644\u0639 e\u0301 \uD83D\uDD28 \uFFFD \uFFFE \uFDD0 \uFDD0d800",
        "\u202Ereversed\u2066\uFEFF\u2028",
        "half \uD800 of a \uDC00 pair\uDBFF",
        "half \uD801 of a \uDC00 pair\uDBFF",
        "",
        "x".repeat(3_000));
  }

  /** Those that may be an id: neither empty nor long. */
  public static List<String> ids() {
    return all().stream().filter(text -> !text.isEmpty() && text.length() <= LONGEST_ID).toList();
  }
}
