package dev.hammer.testing.stub;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Reads requests from, and writes answers to, the JDK's HTTP server. */
final class Wire {
  private Wire() {}

  static WireRequest read(HttpExchange exchange) throws IOException {
    URI address = exchange.getRequestURI();
    return new WireRequest(
        exchange.getRequestMethod(),
        address.getRawPath(),
        Optional.ofNullable(address.getRawQuery()).orElse(""),
        exchange.getRequestHeaders(),
        Body.of(exchange.getRequestBody().readAllBytes()));
  }

  static void write(HttpExchange exchange, WireReply reply) throws IOException {
    try (exchange) {
      switch (reply.delivery()) {
        case NONE -> {}
        case WHOLE -> send(exchange, reply, reply.body());
        case BROKEN_OFF -> send(exchange, reply, reply.body().half());
      }
    }
  }

  /** Announces the whole body and sends this part of it. */
  private static void send(HttpExchange exchange, WireReply reply, Body part) throws IOException {
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    boolean bare = exchange.getRequestMethod().equals("HEAD") || reply.body().isEmpty();
    exchange.sendResponseHeaders(reply.status(), bare ? -1 : reply.body().length());
    if (!bare) {
      exchange.getResponseBody().write(part.bytes());
      exchange.getResponseBody().flush();
    }
  }
}
