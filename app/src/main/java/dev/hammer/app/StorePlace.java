package dev.hammer.app;

import dev.hammer.app.config.Configuration;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where issues are kept: what was named, else the person's data folder. Calls that go to an
 * emulator get a store of their own, so that its issues never mix with real ones.
 */
final class StorePlace {
  private static final String SQLITE = "sqlite:";
  private static final String DYNAMODB = "dynamodb:";

  private StorePlace() {}

  /** How the names of the tables begin, if issues are kept in DynamoDB. */
  static Optional<String> tables(Configuration configuration) {
    return configuration
        .store()
        .filter(uri -> uri.startsWith(DYNAMODB))
        .map(uri -> uri.substring(DYNAMODB.length()));
  }

  static Path of(
      Configuration configuration,
      Optional<URI> foreignEndpoint,
      Path home,
      Path workingFolder,
      Map<String, String> environment) {
    return configuration
        .store()
        .map(uri -> named(uri, workingFolder))
        .orElseGet(() -> dataFolder(home, environment).resolve(fileName(foreignEndpoint)));
  }

  private static Path named(String uri, Path workingFolder) {
    if (uri.startsWith(SQLITE) && uri.length() > SQLITE.length()) {
      return workingFolder.resolve(uri.substring(SQLITE.length())).normalize();
    }
    throw new CommandFailure(
        CommandFailure.Kind.USAGE,
        "store.uri",
        "\"" + uri + "\" is no file",
        "Write sqlite:PATH, for example sqlite:./hammer.db");
  }

  private static Path dataFolder(Path home, Map<String, String> environment) {
    return Optional.ofNullable(environment.get("XDG_DATA_HOME"))
        .filter(text -> !text.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute)
        .orElse(home.resolve(".local/share"))
        .resolve("hammer");
  }

  private static String fileName(Optional<URI> foreignEndpoint) {
    return foreignEndpoint
        .map(uri -> uri.getHost() + (uri.getPort() < 0 ? "" : "-" + uri.getPort()))
        .map(host -> "endpoint-" + host.replaceAll("[^A-Za-z0-9.-]", "_") + ".db")
        .orElse("hammer.db");
  }
}
