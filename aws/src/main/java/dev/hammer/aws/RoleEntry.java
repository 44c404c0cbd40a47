package dev.hammer.aws;

import java.time.Duration;
import java.util.Optional;

/**
 * The role through which member accounts are entered.
 *
 * @param roleName name or path and name, not the ARN
 * @param externalId what the role's trust policy asks for, if it does
 * @param sessionName what the member's CloudTrail shows; carries the id of the run
 * @param duration how long a session lasts before it renews itself
 */
public record RoleEntry(
    String roleName, Optional<String> externalId, String sessionName, Duration duration) {

  /** The ARN of the role in an account; a path may be written with a slash before it. */
  String arn(String partition, String account) {
    String name = roleName.startsWith("/") ? roleName.substring(1) : roleName;
    return "arn:" + partition + ":iam::" + account + ":role/" + name;
  }

  /** The external id is shared between two parties and never printed. */
  @Override
  public String toString() {
    return "RoleEntry[" + roleName + ", session " + sessionName + ", " + duration + "]";
  }
}
