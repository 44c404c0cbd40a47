package dev.hammer.aws;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Bounds the calls in flight: so many per account, region and service, and so many in all, so that
 * a scan neither drowns an API nor this machine. Who waits longest goes first.
 */
public final class CallLimits {
  private static final int PER_SERVICE = 8;
  private static final int IN_ALL = 64;

  /** Bound while a call is made: what it asks for in turn goes out from the place it has. */
  private static final ScopedValue<CallLimits> HELD = ScopedValue.newInstance();

  private final Semaphore all = new Semaphore(IN_ALL, true);
  private final Map<String, Semaphore> services = new ConcurrentHashMap<>();

  /** How many calls can be in flight at once: what the HTTP client must have room for. */
  static int inAll() {
    return IN_ALL;
  }

  /**
   * Makes a call as soon as there is room for it. A call within a call waits for nothing: calls
   * that hold a place and wait for another would wait for each other.
   *
   * @throws InterruptedException if stopped while waiting
   */
  <T> T within(String account, String region, String service, Callable<T> call) throws Exception {
    if (HELD.isBound() && HELD.get() == this) {
      return call.call();
    }
    Semaphore own =
        services.computeIfAbsent(
            account + "/" + region + "/" + service, _ -> new Semaphore(PER_SERVICE, true));
    own.acquire();
    try {
      all.acquire();
      try {
        return ScopedValue.where(HELD, this).call(call::call);
      } finally {
        all.release();
      }
    } finally {
      own.release();
    }
  }

  /** An account is left for good: nothing more is kept about it. */
  void forget(String account) {
    services.keySet().removeIf(place -> place.startsWith(account + "/"));
  }
}
