package dev.hammer.app.scan;

import dev.hammer.app.config.AwsSection;
import dev.hammer.core.reading.ReadFailure;
import java.util.Optional;

/** What to do about something that could not be read. */
public final class Remedies {
  private Remedies() {}

  /** One sentence, without a period. */
  public static String of(ReadFailure why, AwsSection aws) {
    if (why.call().operation().equals("AssumeRole")) {
      return Readiness.remedy(why, aws);
    }
    if (why.code().equals(LaterLooks.CODE)) {
      return "Correct the clock of this machine; if it is right, scan again once that moment is over";
    }
    return switch (why.kind()) {
      case DENIED -> "Add " + why.call().action() + " to " + role(aws);
      case THROTTLED -> "Scan again when the account is less busy, or narrow the scan";
      case CREDENTIALS -> "Renew the credentials and scan again";
      case NOT_ENABLED -> "Enable the region, or leave it out of aws.regions";
      case UNREACHABLE, BROKEN -> "Check the network and the proxy (HTTPS_PROXY), then scan again";
      case GONE -> "Nothing: it was deleted while the scan ran";
      case UNPARSABLE -> "Look at the resource by hand: hammer judge explains a policy";
      case NOT_REACHED -> "Go on: hammer scan --resume; what is stored stays";
      case ERROR -> "Scan again; if it stays, look its code up in the service's documentation";
      case DEFECT -> "Report it: a defect of Hammer, kept to this resource";
    };
  }

  /**
   * The IAM action that was missing or failed; empty if the turn of a unit never came, or it is
   * about clocks.
   */
  public static Optional<String> action(ReadFailure why) {
    return why.kind() == ReadFailure.Kind.NOT_REACHED || why.code().equals(LaterLooks.CODE)
        ? Optional.empty()
        : Optional.of(why.call().action());
  }

  private static String role(AwsSection aws) {
    return aws.identificationRole().map(name -> "role " + name).orElse("the identity");
  }
}
