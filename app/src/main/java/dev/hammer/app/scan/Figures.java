package dev.hammer.app.scan;

import dev.hammer.aws.CallLog;
import dev.hammer.core.reading.ApiCall;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests of a scan while it runs. */
public final class Figures implements CallLog {
  private final CallLog next;
  private final LongAdder requests = new LongAdder();
  private final LongAdder denied = new LongAdder();
  private final LongAdder throttled = new LongAdder();

  public Figures(CallLog next) {
    this.next = next;
  }

  /** Requests sent, further attempts included. */
  public long requests() {
    return requests.sum();
  }

  /** Calls that were refused for lack of a permission. */
  public long denied() {
    return denied.sum();
  }

  /** Calls that were still throttled after their retries. */
  public long throttled() {
    return throttled.sum();
  }

  @Override
  public void ended(String account, String region, ApiCall call, long nanos, String outcome) {
    switch (outcome) {
      case "denied" -> denied.increment();
      case "throttled" -> throttled.increment();
      default -> {}
    }
    next.ended(account, region, call, nanos, outcome);
  }

  @Override
  public void sent() {
    requests.increment();
    next.sent();
  }
}
