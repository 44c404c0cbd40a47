package dev.hammer.testing.stub;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The emulator behind the stub. */
final class Upstream implements AutoCloseable {
  private static final Set<String> OF_ONE_CONNECTION =
      Set.of(
          "host",
          "content-length",
          "connection",
          "transfer-encoding",
          "expect",
          "upgrade",
          "keep-alive");

  private final URI address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .proxy(HttpClient.Builder.NO_PROXY)
          .build();

  Upstream(URI address) {
    this.address = address;
  }

  WireReply ask(WireRequest request) {
    try {
      return reply(client.send(forwarded(request), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      String problem = "%s does not answer %s: %s".formatted(address, request, e);
      return WireReply.of(502, "text/plain", problem);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return WireReply.none();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private HttpRequest forwarded(WireRequest request) {
    String query = request.query().isEmpty() ? "" : "?" + request.query();
    var forwarded =
        HttpRequest.newBuilder(URI.create(address.resolve("/") + rawPath(request) + query))
            .timeout(Duration.ofMinutes(1))
            .method(request.method(), BodyPublishers.ofByteArray(request.body().bytes()));
    request.headers().forEach((name, values) -> copy(name, values, forwarded));
    return forwarded.build();
  }

  private static String rawPath(WireRequest request) {
    return request.path().substring(1);
  }

  private static void copy(String name, Iterable<String> values, HttpRequest.Builder request) {
    if (!OF_ONE_CONNECTION.contains(name)) {
      values.forEach(value -> request.header(name, value));
    }
  }

  private static WireReply reply(HttpResponse<byte[]> response) {
    Map<String, String> headers = new TreeMap<>();
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!OF_ONE_CONNECTION.contains(name)) {
                headers.put(name, String.join(",", values));
              }
            });
    return new WireReply(
        response.statusCode(), headers, Body.of(response.body()), WireReply.Delivery.WHOLE);
  }
}
