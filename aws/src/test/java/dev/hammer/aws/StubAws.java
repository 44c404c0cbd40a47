package dev.hammer.aws;

import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.testing.TestClock;
import dev.hammer.testing.stub.TextAnswer;
import dev.hammer.testing.stub.WireStub;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/** The product's own connection to a stub that stands alone, without pauses between retries. */
final class StubAws implements AutoCloseable {
  static final AccountId MAIN = AccountId.of(WireStub.MAIN_ACCOUNT);
  static final AccountId MEMBER = AccountId.of("222222222222");
  static final String REGION = "eu-west-1";
  static final AccessKey KEY = new AccessKey("HAMMERTESTS000000000", "very-secret-key");
  static final RoleEntry ROLE =
      new RoleEntry("hammer-identify", Optional.of("shared-42"), "hammer-s-1", Duration.ofHours(1));

  private final WireStub stub = WireStub.alone();
  private final Calls calls = new Calls();
  private final AwsConnection connection;

  StubAws() {
    this(Duration.ofSeconds(20));
  }

  StubAws(Duration callTimeout) {
    stub.scripts().answer(TextAnswer.shared("sts.GetCallerIdentity.caller"));
    stub.scripts().answer(TextAnswer.shared("sts.AssumeRole.session"));
    connection = connect(options(stub.endpoint(), callTimeout), calls);
  }

  /** Options of the demo's kind: a key and an endpoint of their own. */
  static AwsOptions options(URI endpoint, Duration callTimeout) {
    return new AwsOptions(
        Optional.empty(),
        Optional.of(endpoint),
        Optional.of(REGION),
        Optional.of(KEY),
        callTimeout);
  }

  static AwsConnection connect(AwsOptions options, CallLog log) {
    return new AwsConnection(
        options, TestClock.at("2026-11-24T10:00:00Z"), log, Optional.of(eager()));
  }

  /** As many attempts as the SDK makes, without its pauses. */
  static RetryStrategy eager() {
    return AwsRetryStrategy.legacyRetryStrategy().toBuilder()
        .backoffStrategy(BackoffStrategy.retryImmediately())
        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
        .build();
  }

  WireStub stub() {
    return stub;
  }

  AwsConnection connection() {
    return connection;
  }

  /** What the connection told its call log. */
  Calls calls() {
    return calls;
  }

  AccountAccess own() {
    return connection.own(
        new CallerIdentity(MAIN, "arn:aws:iam::" + MAIN + ":user/hammer", Optional.empty()));
  }

  AwsScope scope() {
    return own().in(Region.of(REGION));
  }

  /** Runs what must end as unreadable. */
  static ReadFailure failureOf(ThrowingCallable call) {
    return Assertions.catchThrowableOfType(UnreadableException.class, call).failure();
  }

  @Override
  public void close() {
    connection.close();
    stub.close();
  }
}
