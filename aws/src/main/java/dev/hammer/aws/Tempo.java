package dev.hammer.aws;

import java.util.Optional;

/**
 * The token bucket of calls that share a rate. Where AWS publishes the rate, we take our share of
 * what comes back each second, and what the bucket holds at the start once; nothing is saved up
 * later. Where it publishes none, tokens are free until a call is throttled.
 */
final class Tempo {
  /** A token is there although sums of fractions may miss it by less than anybody can measure. */
  private static final double ALMOST = 1 - 1e-9;

  private static final double SECOND = 1e9;

  /** How much of a second may be caught up after the timer was late; one token at least. */
  private static final double CATCH_UP = 0.05;

  private final Speed speed;
  private double tokens;
  private long filledAt;
  private long dueAt;

  private Tempo(Speed speed, double tokens, long now) {
    this.speed = speed;
    this.tokens = tokens;
    this.filledAt = now;
    this.dueAt = now;
  }

  static Tempo of(Optional<PublishedRate> published, Budget budget, long now) {
    return published
        .map(rate -> published(rate, budget.share() * rate.perSecond(), now))
        .orElseGet(() -> new Tempo(new Speed(Double.POSITIVE_INFINITY), 0, now));
  }

  /** Our own late calls may bunch up by as much as we catch up: that much of the burst is left. */
  private static Tempo published(PublishedRate rate, double share, long now) {
    double most = most(share);
    return new Tempo(new Speed(share), Math.max(most, rate.size() - most - 1), now);
  }

  /** Calls a second as of now; infinite while nothing limits them. */
  double perSecond(long now) {
    return speed.perSecond(now);
  }

  /** When the next token is there; not after now if one is there already. */
  long readyAt(long now) {
    double rate = speed.perSecond(now);
    fill(now, rate);
    return Double.isInfinite(rate) || tokens >= ALMOST
        ? now
        : now + (long) Math.ceil((1 - tokens) / rate * SECOND);
  }

  /** Takes a token, whether or not there is one: those after it wait for what it overdrew. */
  void take(long now) {
    double rate = speed.perSecond(now);
    fill(now, rate);
    if (Double.isFinite(rate)) {
      tokens--;
    }
    dueAt = readyAt(now);
  }

  /** When the token after the last one that was taken was to be there. */
  long dueAt() {
    return dueAt;
  }

  /** Gives a token back that was not used. */
  void giveBack(long now) {
    double rate = speed.perSecond(now);
    if (Double.isFinite(rate)) {
      fill(now, rate);
      tokens++;
    }
  }

  void answered(long now) {
    speed.answered(now);
  }

  /** A call was throttled: somebody else has used up the burst. */
  void throttled(long sentAt, long now, int inFlight) {
    fill(now, speed.perSecond(now));
    if (speed.throttled(sentAt, now, inFlight)) {
      tokens = Math.min(tokens, 0);
    }
  }

  private void fill(long now, double rate) {
    double passed = (now - filledAt) / SECOND;
    if (Double.isFinite(rate) && passed > 0) {
      double most = most(rate);
      tokens = tokens >= most ? tokens : Math.min(most, tokens + rate * passed);
    }
    filledAt = now;
  }

  private static double most(double rate) {
    return Math.max(1, CATCH_UP * rate);
  }
}
