package dev.hammer.aws;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.ReadFailure.Kind;
import dev.hammer.core.reading.UnreadableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

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
          "NotAuthorizedException",
          "AuthorizationError",
          "AuthorizationErrorException",
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

  /** With status 503, S3 and EC2 mean: slower. */
  private static final Set<String> UNAVAILABLE =
      Set.of("ServiceUnavailable", "ServiceUnavailableException", "Unavailable");

  /** Elsewhere this code is about quotas; these services throttle with it. */
  private static final String LIMIT_EXCEEDED = "LimitExceededException";

  private static final Set<String> LIMIT_MEANS_SLOWER = Set.of("iam", "organizations");

  private static final Set<String> OVER =
      Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired");

  private static final Set<String> UNPROVEN =
      Set.of(
          "InvalidToken",
          "SignatureDoesNotMatch",
          "InvalidSignatureException",
          "MissingAuthenticationToken",
          "MissingAuthenticationTokenException",
          "IncompleteSignature",
          "IncompleteSignatureException");

  /** Answered where the time of the request is far from that of AWS, EC2 also for old sessions. */
  private static final Set<String> UNTIMELY =
      Set.of("RequestExpired", "RequestTimeTooSkewed", "RequestInTheFuture");

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

  /** A proxy may answer anything; what is no code is not shown, and not believed. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9._:-]{0,99}");

  private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9-]{1,100}");

  private AwsErrors() {}

  /** The failure of one call. */
  public static ReadFailure classify(ApiCall call, RuntimeException failure) {
    return of(call, failure);
  }

  /** The error code of the service, or nothing if it gave none. */
  public static Optional<String> code(AwsServiceException failure) {
    return Optional.ofNullable(failure.awsErrorDetails())
        .flatMap(d -> Optional.ofNullable(d.errorCode()))
        .filter(code -> CODE.matcher(code).matches());
  }

  /** Whether the service says: slower. */
  static boolean isThrottling(ApiCall call, AwsServiceException failure) {
    return code(failure)
        .map(code -> isThrottling(call, code, failure))
        .orElse(failure.statusCode() == 429);
  }

  /** The same for whatever ended a call; a thread that was told to stop stays told. */
  static ReadFailure of(ApiCall call, Exception failure) {
    Optional<UnreadableException> known = cause(failure, UnreadableException.class);
    if (known.isPresent()) {
      return known.get().failure();
    }
    if (isStopped(failure)) {
      Thread.currentThread().interrupt();
      return ReadFailure.of(call, Kind.NOT_REACHED, "stopped");
    }
    return switch (failure) {
      case AwsServiceException answered -> answered(call, answered);
      case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _ ->
          ReadFailure.of(call, Kind.UNREACHABLE, "no answer in time" + by(" from ", failure));
      case SdkException unanswered -> unanswered(call, unanswered);
      default -> ReadFailure.of(call, Kind.DEFECT, "defect: " + place(failure));
    };
  }

  /** An answer that makes no sense to us. */
  static UnreadableException broken(ApiCall call, String detail) {
    return new UnreadableException(ReadFailure.of(call, Kind.BROKEN, detail));
  }

  /**
   * An interrupted thread fails in many ways: its connection is closed, its wait for one ends. What
   * the service answered, or a timer did, stands nevertheless.
   */
  private static boolean isStopped(Exception failure) {
    return cause(failure, InterruptedException.class).isPresent()
        || cause(failure, AbortedException.class).isPresent()
        || (Thread.currentThread().isInterrupted()
            && !(failure instanceof AwsServiceException)
            && !(failure instanceof ApiCallTimeoutException));
  }

  private static ReadFailure unanswered(ApiCall call, SdkException failure) {
    String name = rootOf(failure).getClass().getSimpleName();
    if (cause(failure, UnidentifiedAnswer.class).isPresent()) {
      return ReadFailure.of(
          call, Kind.BROKEN, "not an answer of AWS: it has no request id, or nothing in it");
    }
    return isLost(failure)
        ? ReadFailure.of(
            call, Kind.UNREACHABLE, "no connection" + by(" to ", failure) + ": " + lost(failure))
        : ReadFailure.of(call, Kind.BROKEN, "no usable answer: " + name);
  }

  /** The host that did not answer, where it is known; the SDK wraps what noted it. */
  private static String by(String word, Exception failure) {
    return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
        .flatMap(cause -> Arrays.stream(cause.getSuppressed()))
        .filter(Unanswered.class::isInstance)
        .findFirst()
        .map(host -> word + ((Unanswered) host).host())
        .orElse("");
  }

  /** Why there is none, as far as types tell. */
  private static String lost(SdkException failure) {
    if (cause(failure, UnknownHostException.class).isPresent()) {
      return "there is no host of that name";
    }
    if (cause(failure, ConnectException.class).isPresent()) {
      return "nobody listens there";
    }
    if (cause(failure, NoRouteToHostException.class).isPresent()) {
      return "no way leads there";
    }
    if (cause(failure, SocketTimeoutException.class).isPresent()) {
      return "no answer in time";
    }
    return cause(failure, SSLException.class).isPresent()
        ? "its certificate, or the encryption, was not accepted"
        : "it broke off";
  }

  /** Parsers, too, fail with exceptions of input and output: those are about what arrived. */
  private static boolean isLost(SdkException failure) {
    return cause(failure, IOException.class)
        .filter(io -> !io.getClass().getName().contains(".jackson."))
        .isPresent();
  }

  private static ReadFailure answered(ApiCall call, AwsServiceException failure) {
    Optional<String> code = code(failure);
    Kind kind = code.map(text -> kind(call, text, failure)).orElse(withoutCode(failure));
    String text = code.orElse("status " + failure.statusCode());
    Optional<String> requestId =
        Optional.ofNullable(failure.requestId()).filter(id -> REQUEST_ID.matcher(id).matches());
    return new ReadFailure(call, kind, text, detail(kind, code, text), requestId);
  }

  private static Kind kind(ApiCall call, String code, AwsServiceException failure) {
    if (DENIED.contains(code)) {
      return Kind.DENIED;
    }
    if (isThrottling(call, code, failure)) {
      return Kind.THROTTLED;
    }
    if (OVER.contains(code) || UNPROVEN.contains(code) || UNTIMELY.contains(code)) {
      return Kind.CREDENTIALS;
    }
    if (REJECTED.contains(code)) {
      return WITHOUT_REGION.contains(call.service()) ? Kind.CREDENTIALS : Kind.NOT_ENABLED;
    }
    return isGone(code) ? Kind.GONE : Kind.ERROR;
  }

  private static boolean isThrottling(ApiCall call, String code, AwsServiceException failure) {
    return THROTTLED.contains(code)
        || failure.isThrottlingException()
        || (UNAVAILABLE.contains(code) && failure.statusCode() == 503)
        || (code.equals(LIMIT_EXCEEDED) && LIMIT_MEANS_SLOWER.contains(call.service()));
  }

  private static boolean isGone(String code) {
    return GONE.contains(code)
        || code.toLowerCase(Locale.ROOT).endsWith("notfound")
        || code.endsWith("NotFoundFault");
  }

  /** An error without a code of the service is no answer of AWS: a proxy or a broken gateway. */
  private static Kind withoutCode(AwsServiceException failure) {
    return failure.statusCode() == 429 ? Kind.THROTTLED : Kind.BROKEN;
  }

  private static String detail(Kind kind, Optional<String> code, String text) {
    if (code.isEmpty()) {
      return "not an answer of AWS: " + text + " without an error code";
    }
    if (UNTIMELY.contains(text)) {
      return "the session is over or the clock of this machine is wrong (" + text + ")";
    }
    if (OVER.contains(text)) {
      return "expired (" + text + ")";
    }
    return kind == Kind.ERROR ? "the service answered " + text : kind.words() + " (" + text + ")";
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return Optional.of(type.cast(cause));
      }
    }
    return Optional.empty();
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /** Where a defect of ours showed, without what it says: that may quote anything. */
  private static String place(Exception defect) {
    String at =
        Arrays.stream(defect.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("dev.hammer."))
            .findFirst()
            .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
            .orElse("");
    return defect.getClass().getSimpleName() + at;
  }
}
