package dev.hammer.bench.estate;

import java.util.Optional;

/** What a security group lets in. */
enum GroupKind {
  WEB(false, Optional.empty()),
  FROM_INSIDE(false, Optional.empty()),
  FROM_ITSELF(false, Optional.empty()),
  PING(false, Optional.empty()),
  NOTHING(false, Optional.empty()),
  FROM_OFFICES(false, Optional.of("offices")),
  SSH_FROM_ALL(true, Optional.empty()),
  DATABASE_FROM_BOTH_HALVES(true, Optional.empty()),
  EVERYTHING_FROM_ALL(true, Optional.empty()),
  DATABASE_FROM_A_PARTNER(true, Optional.empty()),
  DESKTOP_FROM_A_LIST_OF_ALL(true, Optional.of("field"));

  private final boolean violates;
  private final Optional<String> prefixList;

  GroupKind(boolean violates, Optional<String> prefixList) {
    this.violates = violates;
    this.prefixList = prefixList;
  }

  boolean violates() {
    return violates;
  }

  /** The name of the prefix list that a rule names as its source. */
  Optional<String> prefixList() {
    return prefixList;
  }
}
