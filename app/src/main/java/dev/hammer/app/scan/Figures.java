package dev.hammer.app.scan;

import dev.hammer.aws.CallLog;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts requests of a scan while it runs. */
public final class Figures implements CallLog {
  static final String REQUESTS = "requests";
  static final String THROTTLED = "throttled";
  static final String WAITED = "waited_seconds";

  private final CallLog next;
  private final LongAdder requests = new LongAdder();
  private final LongAdder denied = new LongAdder();
  private final LongAdder throttled = new LongAdder();
  private final LongAdder waited = new LongAdder();

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

  /** Requests that were throttled; most of their calls succeed with another attempt. */
  public long throttled() {
    return throttled.sum();
  }

  /** How long rates kept calls waiting: once for all that waited side by side for the same. */
  public Duration waited() {
    return Duration.ofNanos(waited.sum());
  }

  /** What one process asked of AWS, to be added up with {@link #sum}. */
  Value.Fields value() {
    return Value.fields()
        .put(REQUESTS, requests())
        .put(THROTTLED, throttled())
        .put(WAITED, waited().toSeconds())
        .build();
  }

  /** The figures of several processes as one, name by name. */
  static Value.Fields sum(Collection<Value.Fields> all) {
    SortedMap<String, BigDecimal> sums = new TreeMap<>();
    for (Value.Fields figures : all) {
      for (Value.Field field : figures.fields()) {
        if (field.value() instanceof Value.Num(BigDecimal number)) {
          sums.merge(field.name(), number, BigDecimal::add);
        }
      }
    }
    Value.Builder sum = Value.fields();
    sums.forEach((name, number) -> sum.put(name, Value.of(number)));
    return sum.build();
  }

  @Override
  public void ended(String account, String region, ApiCall call, long nanos, String outcome) {
    if (outcome.equals("denied")) {
      denied.increment();
    }
    next.ended(account, region, call, nanos, outcome);
  }

  @Override
  public void sent() {
    requests.increment();
    next.sent();
  }

  @Override
  public void wasThrottled() {
    throttled.increment();
    next.wasThrottled();
  }

  @Override
  public void waited(long nanos) {
    waited.add(nanos);
    next.waited(nanos);
  }
}
