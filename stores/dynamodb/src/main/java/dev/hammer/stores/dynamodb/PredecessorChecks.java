package dev.hammer.stores.dynamodb;

import dev.hammer.core.check.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The checks of the predecessor and of its branches: their tables, and what they looked at. */
final class PredecessorChecks {
  /** A check with its table, whose default name has a prefix before it. */
  private record Known(String check, String table, String resourceType, boolean isGlobal) {
    Shelf shelf(String prefix) {
      return new Shelf(
          check, prefix + table, "Found by " + check, Severity.MEDIUM, resourceType, isGlobal);
    }
  }

  /** One more has tables that only its configuration names. */
  private static final String ADVISOR = "trusted_advisor_recommendations";

  private static final List<Known> ALL =
      List.of(
          regional(
              "secgrp_unrestricted_access", "security-groups-unrestricted", "EC2::SecurityGroup"),
          global("s3_bucket_acl", "s3-public-bucket-acl", "S3::Bucket"),
          global("s3_bucket_policy", "s3-public-bucket-policy", "S3::Bucket"),
          global("s3_encryption", "s3-unencrypted", "S3::Bucket"),
          global("user_inactivekeys", "iam-user-keys-inactive", "IAM::AccessKey"),
          global("user_keysrotation", "iam-user-keys-rotation", "IAM::AccessKey"),
          regional("cloudtrails", "cloudtrails", "CloudTrail::Trail"),
          regional("ebs_unencrypted_volume", "ebs-volumes-unencrypted", "EC2::Volume"),
          regional("ebs_public_snapshot", "ebs-snapshots-public", "EC2::Snapshot"),
          regional("rds_public_snapshot", "rds-public-snapshots", "RDS::DBSnapshot"),
          regional("rds_encryption", "rds-unencrypted", "RDS::DBInstance"),
          regional("sqs_public_access", "sqs-public-access", "SQS::Queue"),
          regional("ec2_public_ami", "ec2-public-ami", "EC2::Image"),
          regional("redshift_public_access", "redshift-public-access", "Redshift::Cluster"),
          regional("redshift_encryption", "redshift-unencrypted", "Redshift::Cluster"),
          regional("redshift_logging", "redshift-logging", "Redshift::Cluster"),
          regional("ecs_privileged_access", "ecs-privileged-access", "ECS::TaskDefinition"),
          regional("ecs_logging", "ecs-logging", "ECS::TaskDefinition"),
          regional("ecs_external_image_source", "ecs-external-image-source", "ECS::TaskDefinition"),
          regional("es_public_access_domain", "es-public-access-domain", "Elasticsearch::Domain"),
          regional("es_domain_logging", "es-domain-logging", "Elasticsearch::Domain"),
          regional("es_unencrypted_domain", "es-unencrypted-domain", "Elasticsearch::Domain"),
          regional("kms_keys_rotation", "kms-key-rotation", "KMS::Key"),
          regional("sqs_encryption", "sqs-unencrypted", "SQS::Queue"),
          global("dns_takeover", "dns-takeover", "Route53::HostedZone"));

  private PredecessorChecks() {}

  static boolean isKnown(String check) {
    return check.equals(ADVISOR) || ALL.stream().anyMatch(known -> known.check.equals(check));
  }

  /** The tables of those checks that Hammer does not have, sorted by check. */
  static List<Shelf> beside(Set<String> checks, String prefix) {
    return ALL.stream()
        .filter(known -> !checks.contains(known.check))
        .map(known -> known.shelf(prefix))
        .sorted((a, b) -> a.check().compareTo(b.check()))
        .collect(Collectors.toUnmodifiableList());
  }

  private static Known regional(String check, String table, String type) {
    return new Known(check, table, "AWS::" + type, false);
  }

  private static Known global(String check, String table, String type) {
    return new Known(check, table, "AWS::" + type, true);
  }
}
