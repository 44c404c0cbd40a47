package dev.hammer.app;

import dev.hammer.app.config.ConfigSources;
import dev.hammer.aws.AccessKey;
import java.net.URI;
import java.util.Optional;

/**
 * What a person set for one command, before any file is read.
 *
 * @param sources where the configuration is taken from
 * @param profile AWS profile
 * @param endpoint where calls go instead of AWS
 * @param accessKey the key of a pretend AWS; real ones come from the SDK's chain only
 * @param createTables whether a store in DynamoDB may create the tables it lacks
 */
public record WorkspaceOptions(
    ConfigSources sources,
    Optional<String> profile,
    Optional<URI> endpoint,
    Optional<AccessKey> accessKey,
    boolean createTables) {

  /** Without creating tables. */
  public WorkspaceOptions(
      ConfigSources sources,
      Optional<String> profile,
      Optional<URI> endpoint,
      Optional<AccessKey> accessKey) {
    this(sources, profile, endpoint, accessKey, false);
  }

  public static WorkspaceOptions of(ConfigSources sources) {
    return new WorkspaceOptions(sources, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public WorkspaceOptions creatingTables(boolean mayCreate) {
    return new WorkspaceOptions(sources, profile, endpoint, accessKey, mayCreate);
  }
}
