package dev.hammer.aws;

import static dev.hammer.aws.StubAws.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.ReadFailure.Kind;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

class AwsErrorsTest {
  private static final ApiCall CALL = ApiCall.of("ec2", "DescribeVolumes");

  private final StubAws aws = new StubAws(Duration.ofSeconds(20));

  @BeforeEach
  void answerAll() {
    for (Service service : Service.values()) {
      service.script(aws.stub().scripts());
    }
  }

  @AfterEach
  void close() {
    aws.close();
  }

  @ParameterizedTest
  @CsvSource({
    "EC2, 403, UnauthorizedOperation, DENIED, 1",
    "IAM, 403, AccessDenied, DENIED, 1",
    "RDS, 403, AccessDenied, DENIED, 1",
    "STS, 403, AccessDenied, DENIED, 1",
    "S3, 403, AccessDenied, DENIED, 1",
    "S3, 403, AllAccessDisabled, DENIED, 1",
    "SQS, 400, AccessDeniedException, DENIED, 1",
    "SQS, 403, AccessDenied, DENIED, 1",
    "CLOUDTRAIL, 400, AccessDeniedException, DENIED, 1",
    "EC2, 503, RequestLimitExceeded, THROTTLED, 4",
    "EC2, 503, EC2ThrottledException, THROTTLED, 4",
    "EC2, 503, Unavailable, THROTTLED, 4",
    "IAM, 400, Throttling, THROTTLED, 4",
    "IAM, 409, LimitExceededException, THROTTLED, 1",
    "RDS, 400, Throttling, THROTTLED, 4",
    "STS, 400, Throttling, THROTTLED, 4",
    "S3, 503, SlowDown, THROTTLED, 4",
    "S3, 503, ServiceUnavailable, THROTTLED, 4",
    "SQS, 400, RequestThrottled, THROTTLED, 4",
    "SQS, 400, ThrottlingException, THROTTLED, 4",
    "CLOUDTRAIL, 400, ThrottlingException, THROTTLED, 4",
    "CLOUDTRAIL, 400, ThrottledException, THROTTLED, 4",
    "CLOUDTRAIL, 400, TooManyRequestsException, THROTTLED, 4",
    "CLOUDTRAIL, 400, RequestThrottledException, THROTTLED, 4",
    "CLOUDTRAIL, 400, ProvisionedThroughputExceededException, THROTTLED, 4",
    "CLOUDTRAIL, 400, PriorRequestNotComplete, THROTTLED, 4",
    "CLOUDTRAIL, 400, LimitExceededException, ERROR, 1",
    "EC2, 400, RequestExpired, CREDENTIALS, 4",
    "IAM, 403, ExpiredToken, CREDENTIALS, 1",
    "RDS, 403, ExpiredToken, CREDENTIALS, 1",
    "STS, 403, ExpiredToken, CREDENTIALS, 1",
    "S3, 400, ExpiredToken, CREDENTIALS, 1",
    "S3, 403, RequestTimeTooSkewed, CREDENTIALS, 4",
    "SQS, 400, ExpiredTokenException, CREDENTIALS, 1",
    "CLOUDTRAIL, 400, ExpiredTokenException, CREDENTIALS, 1",
    "S3, 403, SignatureDoesNotMatch, CREDENTIALS, 1",
    "IAM, 403, SignatureDoesNotMatch, CREDENTIALS, 1",
    "CLOUDTRAIL, 400, InvalidSignatureException, CREDENTIALS, 1",
    "STS, 403, InvalidClientTokenId, CREDENTIALS, 1",
    "IAM, 403, InvalidClientTokenId, CREDENTIALS, 1",
    "EC2, 401, AuthFailure, NOT_ENABLED, 1",
    "EC2, 401, OptInRequired, NOT_ENABLED, 1",
    "RDS, 403, InvalidClientTokenId, NOT_ENABLED, 1",
    "S3, 403, InvalidAccessKeyId, NOT_ENABLED, 1",
    "S3, 400, IllegalLocationConstraintException, NOT_ENABLED, 1",
    "SQS, 400, UnrecognizedClientException, NOT_ENABLED, 1",
    "CLOUDTRAIL, 400, UnrecognizedClientException, NOT_ENABLED, 1",
    "EC2, 400, InvalidVolume.NotFound, GONE, 1",
    "IAM, 404, NoSuchEntity, GONE, 1",
    "RDS, 404, DBInstanceNotFound, GONE, 1",
    "RDS, 404, DBSnapshotNotFoundFault, GONE, 1",
    "S3, 404, NoSuchBucket, GONE, 1",
    "SQS, 400, QueueDoesNotExist, GONE, 1",
    "CLOUDTRAIL, 400, TrailNotFoundException, GONE, 1",
    "EC2, 400, InvalidParameterValue, ERROR, 1",
    "IAM, 500, ServiceFailure, ERROR, 4",
    "S3, 404, NoSuchBucketPolicy, ERROR, 1",
    "SQS, 400, InvalidAddress, ERROR, 1",
  })
  void codeTellsTheKind(Service service, int status, String code, Kind kind, int attempts) {
    fail(service, FaultAnswer.error(status, code));
    ReadFailure failure = failureOf(() -> service.count(aws.scope()));
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.call()).isEqualTo(service.call());
    assertThat(failure.detail()).contains(code).doesNotContain("The stub fails");
    assertThat(failure.requestId()).isPresent();
    assertThat(aws.stub().calls().size()).isEqualTo(attempts);
    assertThat(aws.calls().requests()).isEqualTo(attempts);
  }

  @Test
  void expiredSessionIsCalledExpired() {
    fail(Service.IAM, FaultAnswer.expired());
    assertThat(failureOf(() -> Service.IAM.count(aws.scope())).detail())
        .isEqualTo("expired (ExpiredToken)");
  }

  /** SQS keeps the codes of its former protocol in a header, which the SDK prefers. */
  @Test
  void formerCodeOfSqsCounts() {
    aws.stub()
        .scripts()
        .answer(
            "sqs",
            "*",
            question ->
                question
                    .error(400, "com.amazonaws.sqs#QueueDoesNotExist", "gone")
                    .with("x-amzn-query-error", "AWS.SimpleQueueService.NonExistentQueue;Sender"));
    ReadFailure failure = failureOf(() -> Service.SQS.count(aws.scope()));
    assertThat(failure.kind()).isEqualTo(Kind.GONE);
    assertThat(failure.code()).isEqualTo("AWS.SimpleQueueService.NonExistentQueue");
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void refusalOfAProxyIsNoDenial(Service service) {
    for (int status : new int[] {302, 403, 404, 407, 502, 503}) {
      aws.stub().faults().clear();
      fail(service, FaultAnswer.html(status));
      ReadFailure failure = failureOf(() -> service.count(aws.scope()));
      assertThat(failure.kind()).as("status %d", status).isEqualTo(Kind.BROKEN);
      assertThat(failure.code()).isEqualTo("status " + status);
      assertThat(failure.detail()).startsWith("not an answer of AWS");
    }
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void tooManyRequestsNeedsNoCode(Service service) {
    fail(service, FaultAnswer.html(429));
    assertThat(failureOf(() -> service.count(aws.scope())).kind()).isEqualTo(Kind.THROTTLED);
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void lostConnectionIsUnreachable(Service service) {
    fail(service, FaultAnswer.disconnected());
    assertThat(failureOf(() -> service.count(aws.scope())).kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(aws.stub().calls().size()).isEqualTo(4);
    aws.stub().faults().clear();
    fail(service, FaultAnswer.brokenOff());
    assertThat(failureOf(() -> service.count(aws.scope())).kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @ParameterizedTest
  @EnumSource(Service.class)
  void truncatedBodyIsBroken(Service service) {
    fail(service, FaultAnswer.truncated());
    assertThat(failureOf(() -> service.count(aws.scope())).kind()).isEqualTo(Kind.BROKEN);
  }

  @Test
  void silenceIsUnreachableAsSoonAsTheCallTimeoutIsOver() {
    try (var hasty = new StubAws(Duration.ofMillis(300))) {
      hasty.stub().faults().add(silent("ec2"));
      long began = System.nanoTime();
      ReadFailure failure = failureOf(() -> Service.EC2.count(hasty.scope()));
      assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(failure.detail()).startsWith("no answer in time from 127.0.0.1:");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void whereNobodyListensIsUnreachable() {
    try (var port = new DeadPort()) {
      assertThat(failureAt(port.address()).kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(failureAt(port.address()).detail())
          .isEqualTo(
              "no connection to 127.0.0.1:" + port.address().getPort() + ": nobody listens there");
    }
  }

  @Test
  void hostThatDoesNotExistIsUnreachable() {
    ReadFailure failure = failureAt(URI.create("http://nowhere.invalid"));
    assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
    assertThat(failure.detail())
        .isEqualTo("no connection to nowhere.invalid: there is no host of that name");
  }

  /** AWS words its messages as it likes; some quote what others mean. */
  @Test
  void messageTellsNothing() {
    aws.stub()
        .scripts()
        .answer(
            "ec2",
            "*",
            question ->
                question.error(
                    400,
                    "InvalidParameterValue",
                    "AccessDenied: Throttling, ExpiredToken, InvalidVolume.NotFound"));
    ReadFailure failure = failureOf(() -> Service.EC2.count(aws.scope()));
    assertThat(failure.kind()).isEqualTo(Kind.ERROR);
    assertThat(failure.detail()).isEqualTo("the service answered InvalidParameterValue");
  }

  @Test
  void codeAndRequestIdOfNoSenseAreNotShown() {
    AwsServiceException odd =
        AwsServiceException.builder()
            .awsErrorDetails(
                AwsErrorDetails.builder().errorCode("AccessDenied\u001b[31m\nroot:").build())
            .statusCode(403)
            .requestId("<script>")
            .build();
    ReadFailure failure = AwsErrors.classify(CALL, odd);
    assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
    assertThat(failure.code()).isEqualTo("status 403");
    assertThat(failure.requestId()).isEmpty();
  }

  @Test
  void defectSaysWhereItIsAndNotWhatItQuotes() {
    ReadFailure failure =
        failureOf(
            () ->
                aws.scope()
                    .ask(
                        CALL,
                        () -> {
                          throw new IllegalStateException("token=AbC");
                        }));
    assertThat(failure.kind()).isEqualTo(Kind.DEFECT);
    assertThat(failure.detail())
        .startsWith("defect: IllegalStateException at AwsErrorsTest.java:")
        .doesNotContain("AbC");
  }

  private void fail(Service service, FaultAnswer answer) {
    aws.stub().faults().add(Fault.always(service.id(), "*", answer));
  }

  private static ReadFailure failureAt(URI endpoint) {
    AwsOptions options = StubAws.options(endpoint, Duration.ofSeconds(20));
    try (AwsConnection nowhere = StubAws.connect(options, CallLog.NONE)) {
      return failureOf(nowhere::identity);
    }
  }

  private static Fault silent(String service) {
    return Fault.always(service, "*", FaultAnswer.slow(Duration.ofMinutes(1)));
  }
}
