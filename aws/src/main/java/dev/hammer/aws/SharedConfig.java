package dev.hammer.aws;

import static software.amazon.awssdk.profiles.ProfileProperty.AWS_ACCESS_KEY_ID;
import static software.amazon.awssdk.profiles.ProfileProperty.CREDENTIAL_PROCESS;
import static software.amazon.awssdk.profiles.ProfileProperty.LOGIN_SESSION;
import static software.amazon.awssdk.profiles.ProfileProperty.ROLE_ARN;
import static software.amazon.awssdk.profiles.ProfileProperty.SSO_ROLE_NAME;
import static software.amazon.awssdk.profiles.ProfileProperty.WEB_IDENTITY_TOKEN_FILE;

import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;

/** The configuration files that all tools of AWS share, read the way the SDK reads them. */
final class SharedConfig {
  private static final Set<String> WAYS_IN =
      Set.of(
          AWS_ACCESS_KEY_ID,
          CREDENTIAL_PROCESS,
          LOGIN_SESSION,
          ROLE_ARN,
          SSO_ROLE_NAME,
          WEB_IDENTITY_TOKEN_FILE);

  private SharedConfig() {}

  /** What the files say, or nothing if they cannot be understood. */
  static Optional<ProfileFile> read() {
    try {
      return Optional.of(ProfileFile.defaultProfileFile());
    } catch (RuntimeException malformed) {
      return Optional.empty();
    }
  }

  static ProfileFile empty() {
    return ProfileFile.aggregator().build();
  }

  /** The profile in force: the one asked for, else that of {@code AWS_PROFILE}, else the usual. */
  static String profile(Optional<String> asked) {
    return asked
        .or(ProfileFileSystemSetting.AWS_PROFILE::getStringValue)
        .filter(name -> !name.isBlank())
        .orElse("default");
  }

  /** Whether the profile says how to come by credentials. */
  static boolean opensDoors(Profile profile) {
    return WAYS_IN.stream().anyMatch(profile.properties()::containsKey);
  }
}
