package dev.hammer.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between the program and DynamoDB, lets requests through, and fails those it is told to:
 * the answer to a write that happened is lost with the connection, breaks off or comes too late, or
 * the write is refused for its rate before it happens.
 */
public final class BadNetwork implements AutoCloseable {
  private static final Set<String> WRITES =
      Set.of("TransactWriteItems", "PutItem", "UpdateItem", "BatchWriteItem");

  private static final Set<String> KEPT_HEADERS =
      Set.of("x-amz-target", "content-type", "authorization", "x-amz-date", "x-amz-content-sha256");

  private static final byte[] THROTTLED =
      "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\"}"
          .getBytes(StandardCharsets.UTF_8);

  /** What is done about a write. */
  public enum Fate {
    PASSES,
    ANSWER_LOST,
    ANSWER_BROKEN_OFF,
    ANSWER_LATE,
    THROTTLED
  }

  /** Decides about each write by its number, from 1. */
  @FunctionalInterface
  public interface Fates {
    Fate of(int write);
  }

  private final HttpServer server;
  private volatile Duration lateness = Duration.ZERO;
  private final URI behind;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger writes = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private volatile Fates fates = _ -> Fate.PASSES;

  private BadNetwork(HttpServer server, URI behind) {
    this.server = server;
    this.behind = behind;
  }

  public static BadNetwork before(URI behind) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var network = new BadNetwork(server, behind);
      server.createContext("/", network::serve);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return network;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How late a late answer is. */
  public void late(Duration by) {
    lateness = by;
  }

  /** Counts from the beginning again. */
  public void fail(Fates how) {
    writes.set(0);
    failed.set(0);
    fates = how;
  }

  /** The writes that were asked for, those repeated too. */
  public int writes() {
    return writes.get();
  }

  /** The writes that were failed. */
  public int failed() {
    return failed.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    boolean isWrite = target != null && WRITES.contains(target.substring(target.indexOf('.') + 1));
    Fate fate = isWrite ? fates.of(writes.incrementAndGet()) : Fate.PASSES;
    if (fate != Fate.PASSES) {
      failed.incrementAndGet();
    }
    if (fate == Fate.THROTTLED) {
      exchange.getResponseHeaders().set("x-amzn-RequestId", "REFUSED-FOR-ITS-RATE");
      answer(exchange, 400, THROTTLED);
      return;
    }
    HttpResponse<byte[]> answer = forward(exchange, body);
    if (fate == Fate.ANSWER_LOST) {
      exchange.close();
      return;
    }
    if (fate == Fate.ANSWER_BROKEN_OFF) {
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length + 1L);
      exchange.getResponseBody().write(answer.body(), 0, answer.body().length / 2);
      exchange.getResponseBody().flush();
      exchange.close();
      return;
    }
    if (fate == Fate.ANSWER_LATE) {
      pause();
    }
    answer.headers().map().entrySet().stream()
        .filter(header -> header.getKey().toLowerCase(Locale.ROOT).startsWith("x-amz"))
        .forEach(header -> exchange.getResponseHeaders().put(header.getKey(), header.getValue()));
    answer(exchange, answer.statusCode(), answer.body());
  }

  private void pause() throws IOException {
    try {
      Thread.sleep(lateness);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(behind).POST(BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (KEPT_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
