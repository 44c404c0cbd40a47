package dev.hammer.testing;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.apache.ProxyConfiguration;

/** SDK clients that reach an endpoint of this machine and nothing else. */
public final class LocalClients implements AutoCloseable {
  private final URI endpoint;
  private final SdkHttpClient http;

  public LocalClients(URI endpoint) {
    if (!LoopbackOnly.LOOPBACK.equals(endpoint.getHost())) {
      throw new IllegalArgumentException("Not an endpoint of this machine: " + endpoint);
    }
    this.endpoint = endpoint;
    this.http =
        ApacheHttpClient.builder()
            .maxConnections(64)
            .connectionTimeout(Duration.ofSeconds(5))
            .socketTimeout(Duration.ofSeconds(30))
            .proxyConfiguration(
                ProxyConfiguration.builder()
                    .useSystemPropertyValues(false)
                    .useEnvironmentVariableValues(false)
                    .build())
            .build();
  }

  /** Clients that act as this account, without roles and without retries: for seeding. */
  public AccountClients in(String account, String region) {
    return AccountClients.of(endpoint, http, account, region);
  }

  @Override
  public void close() {
    http.close();
  }
}
