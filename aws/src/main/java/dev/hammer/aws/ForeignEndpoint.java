package dev.hammer.aws;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/** Finds out whether the SDK's own settings send calls somewhere other than AWS. */
final class ForeignEndpoint {
  private static final String KEY = "endpoint_url";

  private ForeignEndpoint() {}

  /**
   * From {@code AWS_ENDPOINT_URL}, its system property, or the profile in force.
   *
   * @param profile the profile that was asked for; absent for the usual one
   */
  static Optional<URI> configured(Optional<String> profile) {
    return Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL"))
        .or(() -> Optional.ofNullable(System.getProperty("aws.endpointUrl")))
        .or(() -> ofProfile(profile))
        .filter(text -> !text.isBlank())
        .map(URI::create);
  }

  private static Optional<String> ofProfile(Optional<String> profile) {
    String name =
        profile.orElseGet(() -> ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow());
    return ProfileFile.defaultProfileFile().profile(name).flatMap(p -> p.property(KEY));
  }
}
