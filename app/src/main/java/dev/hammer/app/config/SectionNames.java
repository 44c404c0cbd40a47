package dev.hammer.app.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The names of sections that the predecessor has or had, on any of its branches. */
final class SectionNames {
  /** Of its default branch. */
  static final List<String> FIRST =
      List.of(
          "cloudtrails",
          "ebs_public_snapshot",
          "ebs_unencrypted_volume",
          "ec2_public_ami",
          "rds_encryption",
          "rds_public_snapshot",
          "s3_bucket_acl",
          "s3_bucket_policy",
          "s3_encryption",
          "secgrp_unrestricted_access",
          "sqs_public_access",
          "user_inactivekeys",
          "user_keysrotation");

  /** Of its other branches. */
  static final List<String> LATER =
      List.of(
          "cnameRecordsets",
          "dns_takeover",
          "ecs_external_image_source",
          "ecs_logging",
          "ecs_privileged_access",
          "es_domain_logging",
          "es_public_access_domain",
          "es_unencrypted_domain",
          "kms_keys_rotation",
          "redshift_encryption",
          "redshift_logging",
          "redshift_public_access",
          "sqs_encryption",
          "trusted_advisor_recommendations");

  /** Names that its documents use instead. */
  private static final Map<String, String> ALIASES = Map.of("public_ami_issues", "ec2_public_ami");

  private SectionNames() {}

  /** The name a section really has. */
  static String canonical(String name) {
    return ALIASES.getOrDefault(name, name);
  }

  /** Every name of a check's section there ever was, old ones included. */
  static Set<String> all() {
    Set<String> all = new TreeSet<>(FIRST);
    all.addAll(LATER);
    all.addAll(ALIASES.keySet());
    return all;
  }
}
