package dev.hammer.aws;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Bounds the calls in flight: so many per account, region and service, and so many in all, so that
 * a scan neither drowns an API nor this machine.
 */
public final class CallLimits {
  private static final int PER_SERVICE = 8;
  private static final int IN_ALL = 64;

  private final Semaphore all = new Semaphore(IN_ALL);
  private final Map<String, Semaphore> services = new ConcurrentHashMap<>();

  /** How many calls can be in flight at once: what the HTTP client must have room for. */
  static int inAll() {
    return IN_ALL;
  }

  /**
   * Makes a call as soon as there is room for it.
   *
   * @throws InterruptedException if stopped while waiting
   */
  <T> T within(String account, String region, String service, Callable<T> call) throws Exception {
    Semaphore own =
        services.computeIfAbsent(
            account + "/" + region + "/" + service, _ -> new Semaphore(PER_SERVICE, true));
    own.acquire();
    try {
      all.acquire();
      try {
        return call.call();
      } finally {
        all.release();
      }
    } finally {
      own.release();
    }
  }
}
