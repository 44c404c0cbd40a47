package dev.hammer.app.scan;

import dev.hammer.app.CommandFailure;
import dev.hammer.aws.AwsConnection;
import dev.hammer.core.reading.ReadFailure;

/** Says why AWS does not know who we are, and what to do. */
public final class IdentityFailure {
  private IdentityFailure() {}

  /** The failure as the end of a command. */
  public static CommandFailure of(ReadFailure why, AwsConnection aws) {
    String where = aws.foreignEndpoint().map(uri -> " (" + uri + ")").orElse("");
    return switch (why.kind()) {
      case CREDENTIALS ->
          why.code().equals("NoCredentials")
              ? nobody(
                  "No AWS credentials were found" + where + ".",
                  "Set AWS_PROFILE or --profile, run aws sso login, or try: hammer demo")
              : nobody(
                  "AWS rejected the credentials" + where + ": " + why.detail() + ".",
                  "Renew them (aws sso login, or new keys) and run: hammer doctor");
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

  private static CommandFailure nobody(String message, String remedy) {
    return new CommandFailure(CommandFailure.Kind.NOBODY, "aws.credentials", message, remedy);
  }
}
