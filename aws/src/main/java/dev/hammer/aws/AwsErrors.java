package dev.hammer.aws;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.ReadFailure.Kind;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * Says what kind of failure an exception of the SDK is, by error code and status, never by message
 * text. The only place that does.
 */
public final class AwsErrors {
  private static final Set<String> DENIED =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "UnauthorizedOperation",
          "UnauthorizedException",
          "NotAuthorized",
          "AuthorizationError",
          "Client.UnauthorizedOperation",
          "AllAccessDisabled");

  private static final Set<String> THROTTLED =
      Set.of(
          "Throttling",
          "ThrottlingException",
          "ThrottledException",
          "RequestThrottled",
          "RequestThrottledException",
          "RequestLimitExceeded",
          "TooManyRequestsException",
          "ProvisionedThroughputExceededException",
          "SlowDown",
          "PriorRequestNotComplete",
          "EC2ThrottledException",
          "BandwidthLimitExceeded");

  private static final Set<String> EXPIRED =
      Set.of(
          "ExpiredToken",
          "ExpiredTokenException",
          "RequestExpired",
          "TokenRefreshRequired",
          "InvalidToken",
          "SignatureDoesNotMatch",
          "InvalidSignatureException",
          "MissingAuthenticationToken",
          "IncompleteSignature");

  /**
   * Answered for rejected credentials, and, once the same credentials have proven themselves
   * elsewhere, by a region that is not enabled in the account.
   */
  private static final Set<String> REJECTED =
      Set.of(
          "AuthFailure",
          "InvalidClientTokenId",
          "UnrecognizedClientException",
          "InvalidAccessKeyId",
          "IllegalLocationConstraintException",
          "OptInRequired",
          "RegionDisabledException");

  private static final Set<String> WITHOUT_REGION = Set.of("sts", "iam");

  private static final Set<String> GONE =
      Set.of(
          "NoSuchBucket",
          "NoSuchEntity",
          "NoSuchEntityException",
          "QueueDoesNotExist",
          "AWS.SimpleQueueService.NonExistentQueue",
          "TrailNotFoundException",
          "ResourceNotFoundException");

  private AwsErrors() {}

  /** The failure of one call. */
  public static ReadFailure classify(ApiCall call, RuntimeException failure) {
    return switch (failure) {
      case AwsServiceException answered -> answered(call, answered);
      case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ ->
          ReadFailure.of(call, Kind.UNREACHABLE, "no answer in time");
      case AbortedException _ -> ReadFailure.of(call, Kind.NOT_REACHED, "stopped");
      default ->
          hasCause(failure, IOException.class)
              ? ReadFailure.of(call, Kind.UNREACHABLE, "no connection: " + rootOf(failure))
              : ReadFailure.of(call, Kind.BROKEN, "no usable answer: " + rootOf(failure));
    };
  }

  /** The error code of the service, or nothing if it gave none. */
  public static Optional<String> code(AwsServiceException failure) {
    return Optional.ofNullable(failure.awsErrorDetails())
        .flatMap(d -> Optional.ofNullable(d.errorCode()));
  }

  private static ReadFailure answered(ApiCall call, AwsServiceException failure) {
    Optional<String> code = code(failure).filter(text -> !text.isBlank());
    Kind kind = code.map(text -> kind(call, text, failure)).orElse(withoutCode(failure));
    String text = code.orElse("status " + failure.statusCode());
    return new ReadFailure(
        call, kind, text, detail(kind, text), Optional.ofNullable(failure.requestId()));
  }

  private static Kind kind(ApiCall call, String code, AwsServiceException failure) {
    if (DENIED.contains(code)) {
      return Kind.DENIED;
    }
    if (THROTTLED.contains(code) || failure.isThrottlingException()) {
      return Kind.THROTTLED;
    }
    if (EXPIRED.contains(code)) {
      return Kind.CREDENTIALS;
    }
    if (REJECTED.contains(code)) {
      return WITHOUT_REGION.contains(call.service()) ? Kind.CREDENTIALS : Kind.NOT_ENABLED;
    }
    return isGone(code) ? Kind.GONE : Kind.ERROR;
  }

  private static boolean isGone(String code) {
    return GONE.contains(code)
        || code.toLowerCase(Locale.ROOT).endsWith("notfound")
        || code.endsWith("NotFoundFault");
  }

  /** An error without a code of the service is no answer of AWS: a proxy or a broken gateway. */
  private static Kind withoutCode(AwsServiceException failure) {
    return failure.statusCode() == 429 || failure.statusCode() == 503
        ? Kind.THROTTLED
        : Kind.BROKEN;
  }

  private static String detail(Kind kind, String code) {
    return kind == Kind.ERROR ? "the service answered " + code : kind.words() + " (" + code + ")";
  }

  private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static String rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName();
  }
}
