package dev.hammer.bench.estate;

/** A volume. */
enum DiskKind {
  ENCRYPTED(false),
  PLAIN(true);

  private final boolean violates;

  DiskKind(boolean violates) {
    this.violates = violates;
  }

  boolean violates() {
    return violates;
  }
}
