package dev.hammer.cli.demo;

import dev.hammer.app.WorkspaceOptions;
import dev.hammer.app.config.ConfigSources;
import dev.hammer.aws.AccessKey;
import dev.hammer.cli.Surroundings;
import dev.hammer.demo.estate.DemoAccounts;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A demo that can be worked on. */
public record RunningDemo(
    Surroundings surroundings, URI endpoint, DemoAccounts estate, Path config, Path store) {

  /**
   * Its own configuration, store, endpoint and key; nothing of the person's AWS settings counts.
   */
  public WorkspaceOptions workspace() {
    ConfigSources base = surroundings.sources();
    ConfigSources sources =
        new ConfigSources(
            base.workingFolder(),
            base.home(),
            base.system(),
            withoutAws(base.environment()),
            Optional.of(config),
            Optional.of("sqlite:" + store),
            base.clock());
    return new WorkspaceOptions(
        sources,
        Optional.empty(),
        Optional.of(endpoint),
        Optional.of(new AccessKey(estate.accessKeyId(), estate.secretAccessKey())));
  }

  /** {@code 127.0.0.1:51234}. */
  public String address() {
    return endpoint.getHost() + ":" + endpoint.getPort();
  }

  private static Map<String, String> withoutAws(Map<String, String> environment) {
    Map<String, String> rest = new TreeMap<>(environment);
    rest.keySet().removeIf(name -> name.startsWith("AWS_"));
    return rest;
  }
}
