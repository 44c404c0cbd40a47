package dev.hammer.stores.dynamodb;

import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Severity;
import java.util.Optional;
import java.util.Set;

/**
 * A table that belongs to one check, as the predecessor had one for each, and what its records do
 * not say because the check goes without saying.
 *
 * @param table the full name of the table
 * @param isGlobal whether the check looks once per account
 */
public record Shelf(
    String check,
    String table,
    String title,
    Severity severity,
    String resourceType,
    boolean isGlobal) {
  /** The checks of the predecessor and of its branches. */
  private static final Set<String> PREDECESSORS =
      Set.of(
          "secgrp_unrestricted_access",
          "s3_bucket_acl",
          "s3_bucket_policy",
          "s3_encryption",
          "user_inactivekeys",
          "user_keysrotation",
          "cloudtrails",
          "ebs_unencrypted_volume",
          "ebs_public_snapshot",
          "rds_public_snapshot",
          "rds_encryption",
          "sqs_public_access",
          "ec2_public_ami",
          "redshift_public_access",
          "redshift_encryption",
          "redshift_logging",
          "ecs_privileged_access",
          "ecs_logging",
          "ecs_external_image_source",
          "es_public_access_domain",
          "es_domain_logging",
          "es_unencrypted_domain",
          "kms_keys_rotation",
          "sqs_encryption",
          "dns_takeover",
          "trusted_advisor_recommendations");

  /**
   * The table of a check: the one its section names, else the predecessor's; checks the predecessor
   * never had share a table.
   *
   * @param named the table that the section of the check names, if any
   */
  public static Optional<Shelf> of(
      String prefix, CheckInfo check, boolean isGlobal, Optional<String> named) {
    return named
        .or(() -> Optional.of(prefix + check.table()).filter(_ -> isPredecessors(check.id())))
        .map(
            table ->
                new Shelf(
                    check.id(),
                    table,
                    check.title(),
                    check.severity(),
                    check.resourceType(),
                    isGlobal));
  }

  private static boolean isPredecessors(String check) {
    return PREDECESSORS.contains(check);
  }
}
