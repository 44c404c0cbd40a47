package dev.hammer.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * How to reach AWS.
 *
 * @param profile profile of the shared configuration files; absent for the default chain
 * @param endpoint where to send every call instead of AWS, for an emulator
 * @param homeRegion region of the first calls when neither environment nor profile names one
 * @param accessKey the key of a pretend AWS; absent for the SDK's own chain
 * @param callTimeout how long one call may take with all its retries
 * @param budget how much of the published rates calls may take
 */
public record AwsOptions(
    Optional<String> profile,
    Optional<URI> endpoint,
    Optional<String> homeRegion,
    Optional<AccessKey> accessKey,
    Duration callTimeout,
    Budget budget) {
  public static final AwsOptions DEFAULTS =
      new AwsOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Duration.ofMinutes(2));

  /** With the usual budget. */
  public AwsOptions(
      Optional<String> profile,
      Optional<URI> endpoint,
      Optional<String> homeRegion,
      Optional<AccessKey> accessKey,
      Duration callTimeout) {
    this(profile, endpoint, homeRegion, accessKey, callTimeout, Budget.THIRD);
  }

  /** The same with another budget. */
  public AwsOptions withBudget(Budget other) {
    return new AwsOptions(profile, endpoint, homeRegion, accessKey, callTimeout, other);
  }
}
