package dev.hammer.aws;

import dev.hammer.core.reading.ApiCall;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A call log that keeps all it hears. */
final class Calls implements CallLog {
  private final Queue<String> ended = new ConcurrentLinkedQueue<>();
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger throttled = new AtomicInteger();
  private final AtomicLong waited = new AtomicLong();

  @Override
  public void ended(String account, String region, ApiCall call, long nanos, String outcome) {
    ended.add(String.join(" ", account, region, call.toString(), outcome));
  }

  @Override
  public void sent() {
    sent.incrementAndGet();
  }

  @Override
  public void wasThrottled() {
    throttled.incrementAndGet();
  }

  @Override
  public void waited(long nanos) {
    waited.addAndGet(nanos);
  }

  int throttled() {
    return throttled.get();
  }

  Duration waited() {
    return Duration.ofNanos(waited.get());
  }

  List<String> ended() {
    return List.copyOf(ended);
  }

  int requests() {
    return sent.get();
  }
}
