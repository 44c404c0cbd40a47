package dev.hammer.aws;

/**
 * How many calls a second may go, as throttling teaches: half when throttled, back towards the last
 * level that was throttled within seconds, and beyond it only in small steps, each after a hundred
 * calls that were answered. Without a ceiling there is no limit before the first throttling.
 *
 * <p>One call in flight at a time is already dozens a second. So from the first throttling on, the
 * level is kept as a rate, which can be lower than that.
 */
final class Speed {
  static final double SLOWEST = 0.2;

  private static final double FASTEST = 2000;
  private static final double SECOND = 1e9;

  /** Right below what was throttled: there the endpoint takes all, and its bucket fills again. */
  private static final double BELOW = 0.92;

  /** From here on steps are careful. */
  private static final double NEAR = 0.9;

  private static final int CALLS_PER_STEP = 100;
  private static final double SMALLEST_STEP = 0.03;
  private static final double LARGEST_STEP = 0.24;

  private final double ceiling;
  private Recent answered = new Recent();
  private double rate;
  private double top = Double.POSITIVE_INFINITY;
  private boolean slowed;
  private long slowedAt;
  private long grownAt;
  private int answeredAtLevel;
  private double step = SMALLEST_STEP;

  /** Starts at the ceiling, which may be infinite. */
  Speed(double ceiling) {
    this.ceiling = ceiling;
    this.rate = ceiling;
  }

  /** Calls a second as of now; infinite while nothing limits them. */
  double perSecond(long now) {
    if (slowed) {
      approach(now);
    }
    return rate;
  }

  /** A call was answered, not throttled. */
  void answered(long now) {
    if (!slowed) {
      return;
    }
    answered.add(now);
    if (rate < NEAR * top || rate >= ceiling || !isUsed(now)) {
      return;
    }
    if (++answeredAtLevel >= CALLS_PER_STEP) {
      answeredAtLevel = 0;
      rate = bounded(rate * (1 + step));
      step = rate > 1.1 * top ? Math.min(2 * step, LARGEST_STEP) : SMALLEST_STEP;
    }
  }

  /**
   * A call was throttled. Several calls that were sent at the old speed slow it down once.
   *
   * @param sentAt when it was sent
   * @param inFlight how many of its kind were under way
   * @return whether the speed changed
   */
  boolean throttled(long sentAt, long now, int inFlight) {
    if (slowed && sentAt - slowedAt < 0) {
      return false;
    }
    double before = slowed || Double.isFinite(rate) ? rate : sofar(sentAt, now, inFlight);
    long calm = now - slowedAt;
    if (slowed && calm >= SECOND) {
      top = Math.clamp(answered.perSecond(now, calm).orElse(before), before / 2, before);
      rate = bounded(BELOW * top);
    } else {
      top = before;
      rate = bounded(before / 2);
      answered = new Recent();
    }
    slowed = true;
    slowedAt = now;
    grownAt = now;
    answeredAtLevel = 0;
    step = SMALLEST_STEP;
    return true;
  }

  /** What so many calls in flight amount to, each taking as long as the one that was throttled. */
  private static double sofar(long sentAt, long now, int inFlight) {
    double seconds = Math.max(now - sentAt, 1_000_000) / SECOND;
    return Math.max(inFlight, 1) / seconds;
  }

  /** What is not used to the full proves nothing. */
  private boolean isUsed(long now) {
    return answered.perSecond(now, now - slowedAt).orElse(rate) >= rate / 2;
  }

  /** Each second a quarter of the way to what was throttled last, as long as that is not near. */
  private void approach(long now) {
    while (now - grownAt >= SECOND && rate < NEAR * top && rate < ceiling) {
      rate = bounded(Math.min(NEAR * top, rate + (top - rate) / 4));
      grownAt += (long) SECOND;
    }
    if (now - grownAt >= SECOND) {
      grownAt = now;
    }
  }

  private double bounded(double wanted) {
    return Math.min(Math.clamp(wanted, SLOWEST, FASTEST), ceiling);
  }
}
