package dev.hammer.aws;

import dev.hammer.core.reading.ApiCall;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A call log that keeps all it hears. */
final class Calls implements CallLog {
  private final Queue<String> ended = new ConcurrentLinkedQueue<>();
  private final AtomicInteger sent = new AtomicInteger();

  @Override
  public void ended(String account, String region, ApiCall call, long nanos, String outcome) {
    ended.add(String.join(" ", account, region, call.toString(), outcome));
  }

  @Override
  public void sent() {
    sent.incrementAndGet();
  }

  List<String> ended() {
    return List.copyOf(ended);
  }

  int requests() {
    return sent.get();
  }
}
