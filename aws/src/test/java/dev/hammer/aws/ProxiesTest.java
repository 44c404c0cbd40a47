package dev.hammer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.http.apache.ProxyConfiguration;

class ProxiesTest {
  @ParameterizedTest
  @CsvSource({
    "HTTPS_PROXY, http://proxy.example.com:3128, proxy.example.com, 3128",
    "https_proxy, http://proxy.example.com:3128, proxy.example.com, 3128",
    "HTTPS_PROXY, proxy.example.com:3128, proxy.example.com, 3128",
    "HTTPS_PROXY, http://proxy.example.com, proxy.example.com, 80"
  })
  void proxyForTlsIsTheOneThatCounts(String name, String value, String host, int port) {
    ProxyConfiguration proxy =
        Proxies.of(Map.of(name, value, "HTTP_PROXY", "http://other:1"), false);

    assertThat(proxy.host()).isEqualTo(host);
    assertThat(proxy.port()).isEqualTo(port);
    assertThat(proxy.scheme()).isEqualTo("http");
    assertThat(proxy.username()).isNull();
  }

  @Test
  void credentialsOfTheProxyAreTaken() {
    ProxyConfiguration proxy =
        Proxies.of(Map.of("HTTPS_PROXY", "http://lea:s3cret@proxy.example.com:8080"), false);

    assertThat(proxy.username()).isEqualTo("lea");
    assertThat(proxy.password()).isEqualTo("s3cret");
    assertThat(proxy.host()).isEqualTo("proxy.example.com");
  }

  @Test
  void namesWithoutProxyStandForTheirSubdomains() {
    ProxyConfiguration proxy =
        Proxies.of(
            Map.of(
                "HTTPS_PROXY", "http://p:1", "NO_PROXY", ".amazonaws.com, 169.254.169.254,*.local"),
            false);

    assertThat(proxy.nonProxyHosts())
        .containsExactlyInAnyOrder(
            "*.amazonaws.com", "169.254.169.254", "*.169.254.169.254", "*.local");
  }

  @Test
  void callsOnThisMachineGoThroughNoProxy() {
    assertThat(Proxies.of(Map.of("HTTPS_PROXY", "http://p:1"), true).host()).isNull();
  }

  @Test
  void senselessAddressIsNoProxy() {
    assertThat(Proxies.of(Map.of("HTTPS_PROXY", "http://"), false))
        .hasToString(Proxies.of(Map.of(), false).toString());
  }
}
