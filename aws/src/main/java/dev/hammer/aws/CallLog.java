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
}
