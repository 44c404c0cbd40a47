package dev.hammer.aws;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/** Finds out whether the SDK's own settings send calls somewhere other than AWS. */
final class ForeignEndpoint {
  private static final String KEY = "endpoint_url";

  private ForeignEndpoint() {}

  /** From {@code AWS_ENDPOINT_URL}, its system property, or the profile in force. */
  static Optional<URI> configured() {
    return Optional.ofNullable(System.getenv("AWS_ENDPOINT_URL"))
        .or(() -> Optional.ofNullable(System.getProperty("aws.endpointUrl")))
        .or(ForeignEndpoint::ofProfile)
        .filter(text -> !text.isBlank())
        .map(URI::create);
  }

  private static Optional<String> ofProfile() {
    return ProfileFile.defaultProfileFile()
        .profile(ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow())
        .flatMap(profile -> profile.property(KEY));
  }
}
