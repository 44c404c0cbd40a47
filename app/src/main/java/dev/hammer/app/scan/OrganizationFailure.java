package dev.hammer.app.scan;

import dev.hammer.app.CommandFailure;
import dev.hammer.core.reading.ReadFailure;

/** Says why the organization could not be read, and what to do. */
public final class OrganizationFailure {
  private OrganizationFailure() {}

  /** The failure as the end of a command that can do nothing without the organization. */
  static CommandFailure of(ReadFailure why) {
    return new CommandFailure(
        CommandFailure.Kind.INCOMPLETE, "aws.organization", text(why) + ".", remedy(why));
  }

  /** What failed, one sentence without a period. */
  public static String text(ReadFailure why) {
    String what =
        switch (why.call().operation()) {
          case "ListTagsForResource" -> "the tags of the organization's accounts";
          case "ListAccounts" -> "the accounts of the organization";
          default -> "the organization's units";
        };
    return isWithoutOrganization(why)
        ? "The account of the credentials is in no organization (" + why.call().action() + ")"
        : "Cannot read " + what + ": " + why.detail() + ", " + why.call().action();
  }

  /** What to do, one sentence without a period. */
  public static String remedy(ReadFailure why) {
    if (isWithoutOrganization(why)) {
      return "Use credentials of the organization's management account, or remove"
          + " aws.organizations";
    }
    return switch (why.kind()) {
      case DENIED, BROKEN ->
          "Allow "
              + why.call().action()
              + " and use the management account or a delegated administrator";
      case CREDENTIALS -> "Renew the credentials";
      case UNREACHABLE -> IdentityFailure.NETWORK + ", then try again: hammer doctor";
      case NOT_REACHED, THROTTLED, NOT_ENABLED, GONE, UNPARSABLE, ERROR, DEFECT ->
          "Try again: hammer doctor";
    };
  }

  private static boolean isWithoutOrganization(ReadFailure why) {
    return why.code().equals("AWSOrganizationsNotInUseException");
  }
}
