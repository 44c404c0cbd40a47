package dev.hammer.app.scan;

import dev.hammer.app.config.AwsSection;
import dev.hammer.core.reading.ReadFailure;

/**
 * Whether an account can be read.
 *
 * @param text what stands in the way, or that nothing does
 */
public record Readiness(Target target, boolean isReady, String text, String remedy) {
  static Readiness of(Entered entered, AwsSection aws) {
    return switch (entered) {
      case Entered.Open(Target target, var _, var regions) ->
          new Readiness(target, true, target.shown() + ": " + regions.size() + " regions", "");
      case Entered.Shut(Target target, ReadFailure why) ->
          new Readiness(target, false, why(target, why, aws), remedy(why, target.settings(aws)));
    };
  }

  /** Why an account could not be entered, for people. */
  public static String why(Target target, ReadFailure why, AwsSection aws) {
    String tried =
        why.call().operation().equals("AssumeRole")
            ? "cannot assume " + target.role(aws).orElse("the role") + " in "
            : "cannot list the regions of ";
    return tried + target.shown() + ": " + why.detail();
  }

  /** What to do about it. */
  public static String remedy(ReadFailure why, AwsSection aws) {
    return switch (why.kind()) {
      case DENIED -> allowance(why, aws);
      case CREDENTIALS -> "Renew the credentials";
      case NOT_REACHED -> "Go on: hammer scan --resume";
      case UNREACHABLE, BROKEN -> IdentityFailure.NETWORK + ", then try again: hammer doctor";
      case THROTTLED, NOT_ENABLED, GONE, UNPARSABLE, ERROR, DEFECT -> "Try again: hammer doctor";
    };
  }

  private static String allowance(ReadFailure why, AwsSection aws) {
    if (!why.call().operation().equals("AssumeRole")) {
      return "Allow " + why.call().action() + ", or name regions in aws.regions";
    }
    return aws.externalId().isPresent()
        ? "Compare the role's trust policy with your identity and aws.external_id"
        : "Let the role's trust policy name your identity; set aws.external_id if it asks for one";
  }
}
