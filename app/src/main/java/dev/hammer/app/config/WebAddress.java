package dev.hammer.app.config;

import dev.hammer.core.value.Value;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The address of a server, without credentials in it. */
record WebAddress() implements Kind<String> {
  @Override
  public String form() {
    return "address of a web page";
  }

  @Override
  public String example() {
    return "https://jira.example.com";
  }

  @Override
  public Optional<String> read(Node node, String key, Problems problems) {
    Optional<String> text = Word.textOf(node);
    Optional<String> fault = text.map(WebAddress::fault).orElse(Optional.of("is no address"));
    fault.ifPresent(
        why ->
            problems.error(
                node.at(), key, key + " " + why, "write it as in https://jira.example.com"));
    return fault.isEmpty() ? text : Optional.empty();
  }

  private static Optional<String> fault(String text) {
    try {
      URI uri = new URI(text);
      if (uri.getRawUserInfo() != null || text.contains("@")) {
        return Optional.of("holds credentials");
      }
      boolean isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return isWeb && uri.getHost() != null ? Optional.empty() : Optional.of("is no address");
    } catch (URISyntaxException broken) {
      return Optional.of("is no address");
    }
  }

  @Override
  public Value show(String value) {
    return Value.text(value);
  }

  @Override
  public boolean blankIsAbsent() {
    return true;
  }
}
