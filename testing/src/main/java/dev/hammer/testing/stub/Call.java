package dev.hammer.testing.stub;

import java.time.Duration;

/**
 * One call as the server saw it, a retry being a call of its own. The page counts from 1; the
 * status is 0 where the connection ended without an answer; throttled is what broke an enforced
 * rate.
 */
public record Call(
    String account,
    String region,
    String service,
    String operation,
    int page,
    long startedNanos,
    long endedNanos,
    int status,
    boolean throttled) {

  static Call of(
      Target target, int page, long startedNanos, long endedNanos, int status, boolean throttled) {
    return new Call(
        target.account(),
        target.region(),
        target.service(),
        target.operation(),
        page,
        startedNanos,
        endedNanos,
        status,
        throttled);
  }

  public Target target() {
    return new Target(account, region, service, operation);
  }

  public Duration latency() {
    return Duration.ofNanos(endedNanos - startedNanos);
  }

  String json() {
    return "{\"account\":%s,\"region\":%s,\"service\":%s,\"operation\":%s,\"page\":%d,\"startedNanos\":%d,\"endedNanos\":%d,\"status\":%d,\"throttled\":%b}"
        .formatted(
            JsonText.quote(account),
            JsonText.quote(region),
            JsonText.quote(service),
            JsonText.quote(operation),
            page,
            startedNanos,
            endedNanos,
            status,
            throttled);
  }
}
