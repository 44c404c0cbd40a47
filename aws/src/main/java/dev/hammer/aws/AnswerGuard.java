package dev.hammer.aws;

import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Refuses a success that carries no request id. The SDK turns an empty body, or a proxy's page,
 * into an empty list, and an empty list resolves issues. The failure is retried like a lost
 * connection.
 */
final class AnswerGuard implements ExecutionInterceptor {
  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    SdkHttpResponse response = context.httpResponse();
    if (response.isSuccessful() && !hasRequestId(response)) {
      throw RetryableException.create("a success without request id is no answer of AWS");
    }
  }

  private static boolean hasRequestId(SdkHttpResponse response) {
    return response.firstMatchingHeader("x-amzn-requestid").isPresent()
        || response.firstMatchingHeader("x-amz-request-id").isPresent()
        || response.firstMatchingHeader("x-amzn-request-id").isPresent();
  }
}
