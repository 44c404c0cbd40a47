package dev.hammer.aws;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import software.amazon.awssdk.profiles.Profile;

/** Finds out whether the SDK's own settings send calls somewhere other than AWS. */
final class ForeignEndpoint {
  private static final String VARIABLE = "AWS_ENDPOINT_URL";
  private static final String PROPERTY = "aws.endpointUrl";
  private static final String KEY = "endpoint_url";
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private ForeignEndpoint() {}

  /**
   * From the settings of the SDK in its own order: system property, {@code AWS_ENDPOINT_URL}, the
   * profile in force. Those for one service alone, such as {@code AWS_ENDPOINT_URL_S3}, come after
   * those for all.
   *
   * @param profile the profile that was asked for; absent for the usual one
   * @throws IllegalArgumentException if it is no http address, naming where it stands
   */
  static Optional<URI> configured(Optional<String> profile) {
    Map<String, String> properties = new TreeMap<>();
    System.getProperties()
        .stringPropertyNames()
        .forEach(name -> properties.put(name, System.getProperty(name, "")));
    return configured(profile, properties, System.getenv());
  }

  static Optional<URI> configured(
      Optional<String> profile, Map<String, String> properties, Map<String, String> environment) {
    return first(properties, PROPERTY::equals)
        .or(() -> first(environment, VARIABLE::equals))
        .or(() -> ofProfile(profile))
        .or(() -> first(properties, name -> name.startsWith(PROPERTY)))
        .or(() -> first(environment, name -> name.startsWith(VARIABLE + "_")))
        .or(() -> ofServices(profile));
  }

  private static Optional<URI> first(Map<String, String> settings, Predicate<String> wanted) {
    return new TreeMap<>(settings)
        .entrySet().stream()
            .filter(setting -> wanted.test(setting.getKey()) && !setting.getValue().isBlank())
            .findFirst()
            .map(setting -> address(setting.getKey(), setting.getValue()));
  }

  private static Optional<URI> ofProfile(Optional<String> profile) {
    return profile(profile)
        .flatMap(found -> found.property(KEY).map(text -> address(place(found), text)));
  }

  /** A profile may name a section with endpoints of single services. */
  private static Optional<URI> ofServices(Optional<String> profile) {
    return profile(profile)
        .flatMap(found -> found.property("services"))
        .flatMap(name -> SharedConfig.read().flatMap(file -> file.getSection("services", name)))
        .flatMap(
            services ->
                services.properties().entrySet().stream()
                    .filter(setting -> setting.getKey().endsWith("." + KEY))
                    .sorted(Map.Entry.comparingByKey())
                    .findFirst()
                    .map(setting -> address(setting.getKey(), setting.getValue())));
  }

  private static Optional<Profile> profile(Optional<String> name) {
    return SharedConfig.read().flatMap(file -> file.profile(SharedConfig.profile(name)));
  }

  private static String place(Profile profile) {
    return KEY + " of profile " + profile.name();
  }

  private static URI address(String place, String text) {
    try {
      return checked(place, new URI(text.strip()));
    } catch (URISyntaxException unreadable) {
      throw noAddress(place);
    }
  }

  /**
   * An address that calls can be sent to.
   *
   * @param place where it stands, for the message
   */
  static URI checked(String place, URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    if (address.getHost() == null || !SCHEMES.contains(scheme)) {
      throw noAddress(place);
    }
    return address;
  }

  /** Does not repeat the text, which may hold a password. */
  private static IllegalArgumentException noAddress(String place) {
    return new IllegalArgumentException(place + " is not an http or https address");
  }
}
