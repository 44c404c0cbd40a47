package dev.hammer.bench.estate;

/** Who may use a queue. */
enum QueueKind {
  WITHOUT_POLICY(false),
  FROM_A_TOPIC(false),
  FROM_AN_ACCOUNT(false),
  FROM_ALL(true),
  FROM_ANY_TOPIC(true);

  private final boolean violates;

  QueueKind(boolean violates) {
    this.violates = violates;
  }

  boolean violates() {
    return violates;
  }
}
