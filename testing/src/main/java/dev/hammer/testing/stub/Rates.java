package dev.hammer.testing.stub;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The rates a stub enforces; a call takes a token of each that is about it. */
public final class Rates {
  private record Key(Rate rate, String account, String region, String operation) {}

  private static final class Bucket {
    private final Rate rate;
    private double tokens;
    private long filledAt;

    private Bucket(Rate rate, long now) {
      this.rate = rate;
      this.tokens = rate.size();
      this.filledAt = now;
    }

    private boolean take(long now) {
      double back = Math.max(0, now - filledAt) / 1e9 * rate.perSecond();
      tokens = Math.min(rate.size(), tokens + back);
      filledAt = Math.max(filledAt, now);
      if (tokens < 1) {
        return false;
      }
      tokens--;
      return true;
    }
  }

  private final List<Rate> rates = new CopyOnWriteArrayList<>();
  private final Map<Key, Bucket> buckets = new HashMap<>();

  Rates() {}

  /** From now on; every bucket is full at the first call that is about it. */
  public Rates enforce(Rate rate) {
    rates.add(rate);
    return this;
  }

  public Rates enforce(List<Rate> several) {
    rates.addAll(several);
    return this;
  }

  public synchronized void clear() {
    rates.clear();
    buckets.clear();
  }

  /** Whether a call that arrives now is within all rates. */
  synchronized boolean admits(Target target, long now) {
    boolean admitted = true;
    for (Rate rate : rates) {
      if (rate.pattern().matches(target)) {
        String operation = rate.each() ? target.operation() : "";
        Key key = new Key(rate, target.account(), target.region(), operation);
        admitted &= buckets.computeIfAbsent(key, _ -> new Bucket(rate, now)).take(now);
      }
    }
    return admitted;
  }
}
