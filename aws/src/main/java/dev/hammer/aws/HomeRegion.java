package dev.hammer.aws;

import dev.hammer.core.resource.Region;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProvider;
import software.amazon.awssdk.regions.providers.InstanceProfileRegionProvider;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;

/**
 * Decides the region of the first calls: system property or {@code AWS_REGION}, profile,
 * configuration, the machine's own, {@code us-east-1}.
 */
final class HomeRegion {
  private static final String USUAL = "us-east-1";

  private HomeRegion() {}

  static Region of(AwsOptions options) {
    Optional<String> configured = options.homeRegion();
    return Region.of(
        options.accessKey().isPresent()
            ? configured.orElse(USUAL)
            : first(SystemSettingsRegionProvider::new)
                .or(() -> ofProfile(options.profile()))
                .or(() -> configured)
                .or(() -> ofMachine(options))
                .orElse(USUAL));
  }

  private static Optional<String> ofProfile(Optional<String> asked) {
    Supplier<ProfileFile> file = () -> SharedConfig.read().orElseGet(SharedConfig::empty);
    return first(() -> new AwsProfileRegionProvider(file, SharedConfig.profile(asked)));
  }

  /**
   * Only where the credentials come from the machine, too: elsewhere nobody answers, which takes
   * seconds to find out.
   */
  private static Optional<String> ofMachine(AwsOptions options) {
    return CallerCredentials.areWithUs(options)
        ? Optional.empty()
        : first(InstanceProfileRegionProvider::new);
  }

  private static Optional<String> first(Supplier<AwsRegionProvider> place) {
    try {
      return Optional.ofNullable(place.get().getRegion()).map(region -> region.id());
    } catch (SdkClientException none) {
      return Optional.empty();
    }
  }
}
