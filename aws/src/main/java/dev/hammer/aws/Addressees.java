package dev.hammer.aws;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Notes with the failure of a call which host did not answer; the SDK does not tell. */
final class Addressees implements ExecutionInterceptor {
  @Override
  public Throwable modifyException(
      Context.FailedExecution context, ExecutionAttributes attributes) {
    Throwable failure = context.exception();
    if (isWithoutAnswer(failure)) {
      context
          .httpRequest()
          .ifPresent(request -> failure.addSuppressed(new Unanswered(host(request))));
    }
    return failure;
  }

  private static boolean isWithoutAnswer(Throwable failure) {
    return failure instanceof ApiCallTimeoutException
        || failure instanceof ApiCallAttemptTimeoutException
        || comesOfInputOrOutput(failure);
  }

  private static boolean comesOfInputOrOutput(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(IOException.class::isInstance);
  }

  /** Without the bucket, which S3 has in front of the host: it is not the bucket's fault. */
  private static String host(SdkHttpRequest request) {
    String host = request.host().replaceFirst("^.+\\.(?=s3[.-])", "");
    int usual = request.protocol().equals("https") ? 443 : 80;
    return request.port() == usual ? host : host + ":" + request.port();
  }
}
