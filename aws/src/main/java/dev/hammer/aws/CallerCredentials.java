package dev.hammer.aws;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.ReadFailure.Kind;
import dev.hammer.core.reading.UnreadableException;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.services.sso.auth.ExpiredTokenException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The credentials of whoever runs this, and the reason where there are none: nothing was sent yet
 * then, which is not the same as being rejected.
 */
final class CallerCredentials implements AwsCredentialsProvider, SdkAutoCloseable {
  private static final ApiCall GET_CALLER_IDENTITY = ApiCall.of("sts", "GetCallerIdentity");

  private final Optional<String> asked;
  private final AwsCredentialsProvider source;

  private CallerCredentials(Optional<String> asked, AwsCredentialsProvider source) {
    this.asked = asked;
    this.source = source;
  }

  /**
   * Where credentials come from. A profile that was asked for is the only place: a key in the
   * environment must not lead to another account than the one that was named.
   */
  static CallerCredentials of(AwsOptions options) {
    AwsCredentialsProvider source =
        options
            .accessKey()
            .<AwsCredentialsProvider>map(CallerCredentials::fixed)
            .or(() -> options.profile().map(ProfileCredentialsProvider::create))
            .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    return new CallerCredentials(options.profile(), source);
  }

  /** Whether there is a key in the environment or a profile with a way in. */
  static boolean areWithUs(AwsOptions options) {
    return options.accessKey().isPresent()
        || options.profile().isPresent()
        || SdkSystemSetting.AWS_ACCESS_KEY_ID.getStringValue().isPresent()
        || SharedConfig.read()
            .flatMap(file -> file.profile(SharedConfig.profile(Optional.empty())))
            .filter(SharedConfig::opensDoors)
            .isPresent();
  }

  /**
   * The credentials as of now.
   *
   * @throws UnreadableException if there are none, with the reason
   */
  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return source.resolveCredentials();
    } catch (RuntimeException none) {
      throw new UnreadableException(why(none));
    }
  }

  @Override
  public void close() {
    if (source instanceof SdkAutoCloseable closeable) {
      closeable.close();
    }
  }

  /** Nothing of the credentials is ever printed. */
  @Override
  public String toString() {
    return "CallerCredentials";
  }

  private static StaticCredentialsProvider fixed(AccessKey key) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret()));
  }

  private ReadFailure why(RuntimeException none) {
    if (Thread.currentThread().isInterrupted()) {
      return ReadFailure.of(GET_CALLER_IDENTITY, Kind.NOT_REACHED, "stopped");
    }
    Optional<ProfileFile> file = SharedConfig.read();
    if (file.isEmpty()) {
      return none("BadSharedConfig", "the AWS config or credentials file cannot be understood");
    }
    String name = SharedConfig.profile(asked);
    Optional<Profile> profile = file.get().profile(name);
    if (profile.isEmpty()) {
      return asked.isEmpty() && name.equals("default")
          ? none("NoCredentials", "no AWS credentials were found")
          : none("NoSuchProfile", "there is no AWS profile \"" + name + "\"");
    }
    return SharedConfig.opensDoors(profile.get())
        ? ofProfile(name, asked.isPresent() ? none : reason(name, none))
        : none("NoCredentials", "no AWS credentials were found in profile \"" + name + "\"");
  }

  /** The chain of all places keeps the reasons to itself; the profile alone tells its own. */
  private static RuntimeException reason(String profile, RuntimeException otherwise) {
    try (ProfileCredentialsProvider alone = ProfileCredentialsProvider.create(profile)) {
      alone.resolveCredentials();
      return otherwise;
    } catch (RuntimeException told) {
      return told;
    }
  }

  private static ReadFailure ofProfile(String name, RuntimeException why) {
    String of = "AWS profile \"" + name + "\" ";
    return switch (why) {
      case ExpiredTokenException _ ->
          none(
              "SignInEnded",
              "the sign-in of " + of + "has ended; run aws sso login --profile " + name);
      case AwsServiceException refused ->
          none(
              AwsErrors.code(refused).orElse("ProfileRefused"),
              of + "was refused: " + AwsErrors.classify(GET_CALLER_IDENTITY, refused).detail());
      default -> none("ProfileFailed", of + "gives no credentials; its sign-in may be over");
    };
  }

  private static ReadFailure none(String code, String detail) {
    return new ReadFailure(GET_CALLER_IDENTITY, Kind.CREDENTIALS, code, detail, Optional.empty());
  }
}
