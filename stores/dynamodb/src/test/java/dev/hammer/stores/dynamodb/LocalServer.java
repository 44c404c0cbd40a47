package dev.hammer.stores.dynamodb;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/** Gives tests the address of a DynamoDB that is spoken to over HTTP, one for this JVM. */
final class LocalServer implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(LocalServer.class);

  /** A server that ends with the last test. */
  private record Running(DynamoDBProxyServer server, URI endpoint) implements AutoCloseable {
    @Override
    public void close() {
      try {
        server.stop();
      } catch (Exception broken) {
        throw new IllegalStateException("DynamoDB Local does not stop", broken);
      }
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(URI.class);
  }

  @Override
  public URI resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Running.class, _ -> start(), Running.class)
        .endpoint();
  }

  private static Running start() {
    try {
      String port = Integer.toString(freePort());
      DynamoDBProxyServer server =
          ServerRunner.createServerFromCommandLineArgs(
              new String[] {"-inMemory", "-port", port, "-disableTelemetry"});
      server.start();
      return new Running(server, URI.create("http://127.0.0.1:" + port));
    } catch (Exception broken) {
      throw new IllegalStateException("DynamoDB Local does not start", broken);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
