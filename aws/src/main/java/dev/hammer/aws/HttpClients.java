package dev.hammer.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

/** Makes the one HTTP client of the process. */
final class HttpClients {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private HttpClients() {}

  /** Proxies of the environment are used, except towards an endpoint on this machine. */
  static SdkHttpClient forEndpoint(Optional<URI> endpoint) {
    boolean local = endpoint.map(URI::getHost).filter(LOOPBACK::contains).isPresent();
    return ApacheHttpClient.builder()
        .maxConnections(Governor.inAll() + 8)
        .connectionTimeout(Duration.ofSeconds(5))
        .socketTimeout(Duration.ofSeconds(30))
        .proxyConfiguration(Proxies.of(System.getenv(), local))
        .build();
  }
}
