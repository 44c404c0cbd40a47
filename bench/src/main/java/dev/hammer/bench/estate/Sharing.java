package dev.hammer.bench.estate;

/** Who may use a snapshot of a volume, or an image. */
enum Sharing {
  OURS(false),
  WITH_ONE_ACCOUNT(false),
  WITH_ALL(true);

  private final boolean violates;

  Sharing(boolean violates) {
    this.violates = violates;
  }

  boolean violates() {
    return violates;
  }
}
