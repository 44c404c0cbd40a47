package dev.hammer.checks.cloudtrail;

import dev.hammer.core.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the delivery of a trail's events to one place goes. The last error stays to be seen after its
 * cause is gone, so it counts only while nothing was delivered since.
 *
 * @param error the last error, if any
 * @param attempted when it was last tried, if told
 * @param delivered when it last succeeded, if ever
 */
record Delivery(Optional<String> error, Optional<Instant> attempted, Optional<Instant> delivered) {
  /**
   * CloudTrail delivers every few minutes. Where the time of the error is not told, a success that
   * is no older than this is taken for the later of the two.
   */
  private static final Duration FRESH = Duration.ofHours(1);

  Delivery {
    error = error.filter(text -> !text.isBlank());
  }

  /** The error, if it is newer than the last success. */
  Optional<String> standingError(Instant now) {
    return error.filter(_ -> !hasRecovered(now));
  }

  private boolean hasRecovered(Instant now) {
    Instant failed = attempted.orElse(now.minus(FRESH));
    return delivered.filter(at -> !at.isBefore(failed)).isPresent();
  }

  Value toValue() {
    return Value.fields()
        .put("error", Value.text(error))
        .put("attempted", Value.instant(attempted))
        .put("delivered", Value.instant(delivered))
        .build();
  }
}
