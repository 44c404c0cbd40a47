package dev.hammer.app.permissions;

import dev.hammer.app.config.AwsSection;
import dev.hammer.core.resource.AccountId;
import java.time.Duration;
import java.util.Optional;

/**
 * The role by which member accounts are read, as the configuration has it.
 *
 * @param mainAccount the account whose identities enter it, if the configuration tells
 * @param wantsExternalId whether those who enter must know an external id, which is never kept here
 * @param longestSession how long a session may last at most
 */
public record ReadingRole(
    String name,
    Optional<AccountId> mainAccount,
    boolean wantsExternalId,
    Duration longestSession) {
  private static final String USUAL = "hammer-identify";
  private static final Duration LEAST = Duration.ofHours(1);

  static ReadingRole of(AwsSection aws) {
    Duration session = aws.sessionDuration();
    return new ReadingRole(
        aws.identificationRole().orElse(USUAL),
        aws.mainAccount(),
        aws.externalId().isPresent(),
        session.compareTo(LEAST) > 0 ? session : LEAST);
  }

  /** Its ARN in an account, with a blank for the partition. */
  String arnIn(AccountId account) {
    return arn(account.id(), name);
  }

  /** The ARN of a role in any account. */
  static String arnAnywhere(String name) {
    return arn("*", name);
  }

  private static String arn(String account, String name) {
    return "arn:" + Reach.PARTITION + ":iam::" + account + ":role/" + name;
  }
}
