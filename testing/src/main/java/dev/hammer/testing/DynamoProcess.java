package dev.hammer.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * DynamoDB Local in a process of its own, in memory; gone with {@link #close}. Whoever starts it
 * has it on the class path.
 */
public final class DynamoProcess implements AutoCloseable {
  private static final String MAIN = "software.amazon.dynamodb.services.local.main.ServerRunner";
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Process process;
  private final URI endpoint;

  private DynamoProcess(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /**
   * Starts it and waits until it can be spoken to.
   *
   * @param heap how much memory it may take, such as {@code 512m}
   */
  public static DynamoProcess start(String heap) {
    try {
      int port = freePort();
      Process process =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-Xmx" + heap,
                      "-XX:+UseSerialGC",
                      "-cp",
                      classPath(),
                      MAIN,
                      "-inMemory",
                      "-sharedDb",
                      "-port",
                      Integer.toString(port),
                      "-disableTelemetry"))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      var started = new DynamoProcess(process, URI.create("http://127.0.0.1:" + port));
      started.await(port);
      return started;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  public URI endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void await(int port) throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (process.isAlive() && System.nanoTime() < end) {
      try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (ConnectException notYet) {
        pause();
      }
    }
    close();
    throw new IllegalStateException("DynamoDB Local does not start");
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static String classPath() {
    return Objects.requireNonNullElseGet(
        System.getProperty("surefire.test.class.path"),
        () -> System.getProperty("java.class.path"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
