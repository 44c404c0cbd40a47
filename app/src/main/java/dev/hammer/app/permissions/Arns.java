package dev.hammer.app.permissions;

/**
 * Fills the blanks in ARNs.
 *
 * @param partition such as {@code aws-cn}
 * @param account an id, or {@code *} for a policy that is used in many accounts
 */
public record Arns(String partition, String account) {
  String filled(String arn) {
    return arn.replace(Reach.PARTITION, partition).replace(Reach.ACCOUNT, account);
  }
}
