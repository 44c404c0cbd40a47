package dev.hammer.app.scan;

import dev.hammer.app.CommandFailure;
import dev.hammer.aws.AwsConnection;
import dev.hammer.core.reading.ReadFailure;

/** Says why AWS does not know who we are, and what to do. */
public final class IdentityFailure {
  /** What to look at where nobody answers. */
  static final String NETWORK = "Check the network and the proxy (HTTPS_PROXY)";

  private IdentityFailure() {}

  /** The failure as the end of a command. */
  public static CommandFailure of(ReadFailure why, AwsConnection aws) {
    String where = aws.foreignEndpoint().map(uri -> " (" + uri + ")").orElse("");
    return switch (why.kind()) {
      case CREDENTIALS -> credentials(why, where);
      case DENIED ->
          nobody(
              "Cannot ask AWS who we are" + where + ": " + why.detail() + ".",
              "Allow sts:GetCallerIdentity");
      case UNREACHABLE, BROKEN ->
          new CommandFailure(
              CommandFailure.Kind.INCOMPLETE,
              "aws.unreachable",
              "AWS does not answer" + where + ": " + why.detail() + ".",
              "Check the network, the proxy (HTTPS_PROXY) and AWS_ENDPOINT_URL");
      case THROTTLED, NOT_ENABLED, GONE, UNPARSABLE, NOT_REACHED, ERROR, DEFECT ->
          nobody(
              "Cannot ask AWS who we are" + where + ": " + why.detail() + ".",
              "Run: hammer doctor");
    };
  }

  private static CommandFailure credentials(ReadFailure why, String where) {
    String said = Character.toUpperCase(why.detail().charAt(0)) + why.detail().substring(1);
    return switch (why.code()) {
      case "NoCredentials" ->
          nobody(
              said + where + ".",
              "Set AWS_PROFILE or --profile, run aws sso login, or try: hammer demo");
      case "NoSuchProfile" -> nobody(said + ".", "List them: aws configure list-profiles");
      case "SignInEnded" -> nobody(said + ".", "Then: hammer doctor");
      case "BadSharedConfig" -> nobody(said + ".", "Correct ~/.aws/config and ~/.aws/credentials");
      case "ProfileFailed", "ProfileRefused" ->
          nobody(said + ".", "Try it by itself: aws sts get-caller-identity --profile NAME");
      case "ExpiredToken", "ExpiredTokenException", "RequestExpired" ->
          nobody(
              "The AWS credentials have expired" + where + ".",
              "Renew them (aws sso login, or new keys) and run: hammer doctor");
      default ->
          nobody(
              "AWS rejected the credentials" + where + ": " + why.detail() + ".",
              "Renew them (aws sso login, or new keys) and run: hammer doctor");
    };
  }

  private static CommandFailure nobody(String message, String remedy) {
    return new CommandFailure(CommandFailure.Kind.NOBODY, "aws.credentials", message, remedy);
  }
}
