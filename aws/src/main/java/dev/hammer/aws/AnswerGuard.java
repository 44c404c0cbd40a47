package dev.hammer.aws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.Abortable;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Refuses a success that carries no request id, no body, or a page for people. The SDK turns an
 * empty body, or a proxy's page, into an empty list, and an empty list resolves issues. The failure
 * is retried like a lost connection.
 */
final class AnswerGuard implements ExecutionInterceptor {
  /** What AWS calls the header: S3 the second, all others the first. */
  private static final List<String> HEADERS =
      List.of("x-amzn-requestid", "x-amz-request-id", "x-amzn-request-id");

  /** Where EC2 (at the beginning) and the query services (at the end) repeat it in the body. */
  private static final Pattern IN_BODY =
      Pattern.compile("<(requestId|RequestId|RequestID)>\\s*[\\w-]+\\s*</\\1>");

  /** No page of a listing is as long as this; what is longer must name itself in the header. */
  private static final int LONGEST = 16 << 20;

  /** Enough to tell a page for people from an answer. */
  private static final int BEGINNING = 64;

  /**
   * Looks deep into the body only where the header is missing, so nothing large is held as a rule.
   */
  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    SdkHttpResponse response = context.httpResponse();
    if (!response.isSuccessful() || context.httpRequest().method() == SdkHttpMethod.HEAD) {
      return context.responseBody();
    }
    if (HEADERS.stream().anyMatch(name -> isSet(response, name))) {
      return Optional.of(beginning(context.responseBody()));
    }
    byte[] body = context.responseBody().map(AnswerGuard::read).orElseGet(() -> new byte[0]);
    if (!IN_BODY.matcher(new String(body, ISO_8859_1)).find()) {
      throw RetryableException.create("not an answer of AWS", new UnidentifiedAnswer());
    }
    return Optional.of(new ByteArrayInputStream(body));
  }

  /** The same body, once its beginning was seen; every read of ours is answered with one. */
  private static InputStream beginning(Optional<InputStream> body) {
    PushbackInputStream whole =
        new PushbackInputStream(body.orElseGet(InputStream::nullInputStream), BEGINNING);
    try {
      byte[] first = whole.readNBytes(BEGINNING);
      String text = new String(first, ISO_8859_1).strip().toLowerCase(Locale.ROOT);
      if (text.isEmpty() || text.startsWith("<html") || text.startsWith("<!doctype html")) {
        read(whole);
        throw RetryableException.create("not an answer of AWS", new UnidentifiedAnswer());
      }
      whole.unread(first);
      return whole;
    } catch (IOException lost) {
      throw RetryableException.create("the answer broke off", lost);
    }
  }

  private static boolean isSet(SdkHttpResponse response, String header) {
    return response.firstMatchingHeader(header).filter(id -> !id.isBlank()).isPresent();
  }

  /** Reads to the end, or lets go: a body that is only dropped keeps its connection for ever. */
  private static byte[] read(InputStream body) {
    try (body) {
      byte[] read = body.readNBytes(LONGEST);
      if (read.length == LONGEST && body instanceof Abortable rest) {
        rest.abort();
      }
      return read.length == LONGEST ? new byte[0] : read;
    } catch (IOException lost) {
      throw RetryableException.create("the answer broke off", lost);
    }
  }
}
