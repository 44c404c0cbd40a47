package dev.hammer.aws;

import dev.hammer.core.reading.ApiCall;

/** Hears of every call; for progress, figures and {@code -vv}. Must be safe for many threads. */
public interface CallLog {
  CallLog NONE = (account, region, call, nanos, outcome) -> {};

  /**
   * One call ended, its retries included.
   *
   * @param outcome {@code ok} or the words of the failure
   */
  void ended(String account, String region, ApiCall call, long nanos, String outcome);

  /** One request goes out: the first or another attempt of a call. */
  default void sent() {}

  /** One request was throttled; the call may still succeed with another attempt. */
  default void wasThrottled() {}

  /**
   * A call went later than it could have because of a rate.
   *
   * @param nanos by how long; calls that waited side by side for the same rate share the time
   */
  default void waited(long nanos) {}
}
