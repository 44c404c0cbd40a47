package dev.hammer.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RecordSuccessResponse;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * The SDK's own retries, with the governor told how each attempt ended: the SDK repeats throttled
 * calls silently, and who does not hear of it cannot slow down. A pause is at least as long as it
 * takes until there is a token.
 */
record PacedRetries(RetryStrategy retries, Governor governor) implements RetryStrategy {
  @Override
  public AcquireInitialTokenResponse acquireInitialToken(AcquireInitialTokenRequest request) {
    return retries.acquireInitialToken(request);
  }

  @Override
  public RefreshRetryTokenResponse refreshRetryToken(RefreshRetryTokenRequest request) {
    if (request.failure() instanceof AwsServiceException answer) {
      if (governor.current().filter(p -> AwsErrors.isThrottling(p.call(), answer)).isPresent()) {
        governor.throttled();
      } else {
        governor.answered();
      }
    }
    RefreshRetryTokenResponse next = retries.refreshRetryToken(request);
    Duration token = governor.pausing();
    return token.compareTo(next.delay()) > 0
        ? RefreshRetryTokenResponse.create(next.token(), token)
        : next;
  }

  @Override
  public RecordSuccessResponse recordSuccess(RecordSuccessRequest request) {
    governor.answered();
    return retries.recordSuccess(request);
  }

  @Override
  public int maxAttempts() {
    return retries.maxAttempts();
  }

  /** What it holds is complete already: the SDK must not add to it, and lose us. */
  @Override
  public boolean useClientDefaults() {
    return false;
  }

  @Override
  public Builder<?, ?> toBuilder() {
    return retries.toBuilder();
  }
}
