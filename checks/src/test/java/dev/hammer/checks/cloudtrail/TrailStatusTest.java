package dev.hammer.checks.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudtrail.model.GetTrailStatusResponse;

class TrailStatusTest {
  private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void whatAwsDoesNotSayIsOff() {
    TrailStatus status = TrailStatus.of(GetTrailStatusResponse.builder().build());

    assertThat(status.isLogging()).isFalse();
    assertThat(status.failsToDeliver(NOON)).isFalse();
  }

  @Test
  void bothPlacesAreRead() {
    TrailStatus status =
        TrailStatus.of(
            GetTrailStatusResponse.builder()
                .isLogging(true)
                .latestDeliveryError("NoSuchBucket")
                .latestDeliveryAttemptTime("2026-11-24T12:00:00Z")
                .latestDeliveryTime(TEN)
                .latestCloudWatchLogsDeliveryError("AccessDenied")
                .latestCloudWatchLogsDeliveryTime(NOON)
                .build());

    assertThat(status)
        .isEqualTo(
            new TrailStatus(
                true,
                new Delivery(Optional.of("NoSuchBucket"), Optional.of(NOON), Optional.of(TEN)),
                new Delivery(Optional.of("AccessDenied"), Optional.empty(), Optional.of(NOON))));
    assertThat(status.failsToDeliver(NOON)).isTrue();
  }

  @Test
  void theLaterOfTwoSuccessesCounts() {
    TrailStatus status =
        TrailStatus.of(
            GetTrailStatusResponse.builder()
                .latestDeliveryTime(TEN)
                .latestDeliveryAttemptSucceeded("2026-11-24T12:00:00Z")
                .build());

    assertThat(status.bucket().delivered()).contains(NOON);
  }

  @Test
  void timesThatAreNoneAreLeftOut() {
    TrailStatus status =
        TrailStatus.of(
            GetTrailStatusResponse.builder()
                .latestDeliveryAttemptTime("")
                .latestDeliveryAttemptSucceeded("yesterday")
                .build());

    assertThat(status.bucket())
        .isEqualTo(new Delivery(Optional.empty(), Optional.empty(), Optional.empty()));
  }
}
