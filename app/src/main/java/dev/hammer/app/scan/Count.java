package dev.hammer.app.scan;

/** Issues of one severity: open now, and what this scan changed. */
public record Count(long open, long fresh, long back, long resolved) {
  public static final Count NONE = new Count(0, 0, 0, 0);

  Count plus(Count other) {
    return new Count(
        open + other.open, fresh + other.fresh, back + other.back, resolved + other.resolved);
  }
}
