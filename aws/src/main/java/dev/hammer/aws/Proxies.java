package dev.hammer.aws;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.apache.ProxyConfiguration;

/**
 * Which proxy calls go through. AWS is reached over TLS, so {@code HTTPS_PROXY} names it; the SDK
 * by itself would only look at {@code HTTP_PROXY}. A name in {@code NO_PROXY} stands for its
 * subdomains, too, with or without the leading dot.
 */
final class Proxies {
  private static final int DEFAULT_PORT = 80;

  private Proxies() {}

  /**
   * The proxy in force.
   *
   * @param local whether calls stay on this machine: no proxy then
   */
  static ProxyConfiguration of(Map<String, String> environment, boolean local) {
    Optional<URI> named = variable(environment, "HTTPS_PROXY").flatMap(Proxies::address);
    if (local || named.isEmpty()) {
      return ProxyConfiguration.builder()
          .useSystemPropertyValues(!local)
          .useEnvironmentVariableValues(!local)
          .build();
    }
    URI proxy = named.get();
    ProxyConfiguration.Builder configuration =
        ProxyConfiguration.builder()
            .useSystemPropertyValues(false)
            .useEnvironmentVariableValues(false)
            .endpoint(URI.create(proxy.getScheme() + "://" + proxy.getHost() + ":" + portOf(proxy)))
            .nonProxyHosts(exceptions(environment));
    Optional.ofNullable(proxy.getUserInfo())
        .map(info -> info.split(":", 2))
        .filter(parts -> parts.length == 2)
        .ifPresent(parts -> configuration.username(parts[0]).password(parts[1]));
    return configuration.build();
  }

  private static int portOf(URI proxy) {
    return proxy.getPort() < 0 ? DEFAULT_PORT : proxy.getPort();
  }

  /** An address without a scheme is meant to be one of plain HTTP, as everywhere. */
  private static Optional<URI> address(String text) {
    try {
      URI proxy = URI.create(text.contains("://") ? text : "http://" + text);
      return Optional.of(proxy).filter(uri -> uri.getHost() != null);
    } catch (IllegalArgumentException senseless) {
      return Optional.empty();
    }
  }

  private static Set<String> exceptions(Map<String, String> environment) {
    return variable(environment, "NO_PROXY").stream()
        .flatMap(list -> Arrays.stream(list.split(",")))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .flatMap(name -> Arrays.stream(patterns(name)))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String[] patterns(String name) {
    if (name.contains("*")) {
      return new String[] {name};
    }
    return name.startsWith(".") ? new String[] {"*" + name} : new String[] {name, "*." + name};
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name))
        .or(() -> Optional.ofNullable(environment.get(name.toLowerCase(Locale.ROOT))))
        .filter(value -> !value.isBlank());
  }
}
