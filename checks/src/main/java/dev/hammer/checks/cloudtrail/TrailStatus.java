package dev.hammer.checks.cloudtrail;

import dev.hammer.core.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;

/**
 * Whether a trail is on, and whether what it records arrives.
 *
 * @param bucket delivery to S3
 * @param logGroup delivery to CloudWatch Logs
 */
record TrailStatus(boolean isLogging, Delivery bucket, Delivery logGroup) {
  static TrailStatus of(GetTrailStatusResponse answer) {
    return new TrailStatus(
        Boolean.TRUE.equals(answer.isLogging()), // off unless AWS says that it is on
        new Delivery(
            Optional.ofNullable(answer.latestDeliveryError()),
            moment(answer.latestDeliveryAttemptTime()),
            Stream.of(
                    Optional.ofNullable(answer.latestDeliveryTime()),
                    moment(answer.latestDeliveryAttemptSucceeded()))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())),
        new Delivery(
            Optional.ofNullable(answer.latestCloudWatchLogsDeliveryError()),
            Optional.empty(),
            Optional.ofNullable(answer.latestCloudWatchLogsDeliveryTime())));
  }

  /** Whether it cannot bring its events to one of its places. */
  boolean failsToDeliver(Instant now) {
    return bucket.standingError(now).isPresent() || logGroup.standingError(now).isPresent();
  }

  /** Times of attempts are texts in the API, and may be empty. */
  private static Optional<Instant> moment(@Nullable String text) {
    try {
      return Optional.ofNullable(text).filter(it -> !it.isBlank()).map(Instant::parse);
    } catch (DateTimeException unusual) {
      return Optional.empty();
    }
  }

  Value toValue() {
    return Value.fields()
        .put("logging", isLogging)
        .put("bucket", bucket.toValue())
        .put("log_group", logGroup.toValue())
        .build();
  }
}
