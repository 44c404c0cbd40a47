package dev.hammer.testing.stub;

import static java.util.Locale.ROOT;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One HTTP request as it arrived; header names are in lower case, the query is still encoded. */
public record WireRequest(
    String method, String path, String query, Map<String, List<String>> headers, Body body) {

  public WireRequest {
    headers =
        headers.entrySet().stream()
            .collect(
                toUnmodifiableMap(
                    header -> header.getKey().toLowerCase(ROOT),
                    header -> List.copyOf(header.getValue())));
  }

  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(ROOT), List.of()).stream().findFirst();
  }

  public WireRequest withQuery(String changed) {
    return new WireRequest(method, path, changed, headers, body);
  }

  public WireRequest withBody(Body changed) {
    return new WireRequest(method, path, query, headers, changed);
  }

  /** Leaves out the headers: they carry signatures and session tokens. */
  @Override
  public String toString() {
    return method + " " + path + (query.isEmpty() ? "" : "?" + query);
  }
}
