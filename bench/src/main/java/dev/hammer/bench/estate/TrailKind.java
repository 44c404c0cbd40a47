package dev.hammer.bench.estate;

/** What a trail records. */
enum TrailKind {
  ALL_OF_ITS_REGION(true),
  STOPPED(false),
  WRITES_ONLY(false);

  private final boolean sound;

  TrailKind(boolean sound) {
    this.sound = sound;
  }

  boolean isSound() {
    return sound;
  }
}
