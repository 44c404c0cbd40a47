package dev.hammer.testing.stub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parameters in the form {@code name=value&name=value}, of a query string or of a body. */
record Form(Map<String, String> values) {

  static Form parse(String encoded) {
    var values = new LinkedHashMap<String, String>();
    for (String pair : encoded.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        values.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return new Form(values);
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  boolean hasAny(Set<String> names) {
    return names.stream().anyMatch(values::containsKey);
  }

  Form without(Set<String> names) {
    var left = new LinkedHashMap<>(values);
    left.keySet().removeAll(names);
    return new Form(left);
  }

  String encoded() {
    return values.entrySet().stream()
        .map(value -> encode(value.getKey()) + "=" + encode(value.getValue()))
        .collect(joining("&"));
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
