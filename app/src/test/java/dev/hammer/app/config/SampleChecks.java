package dev.hammer.app.config;

import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Setting;
import dev.hammer.core.check.SettingType;
import dev.hammer.core.check.Severity;
import java.util.List;

/** Descriptions of the first thirteen checks, as far as the configuration is concerned. */
final class SampleChecks {
  static final Setting<List<Integer>> RESTRICTED_PORTS =
      new Setting<>("restricted_ports", SettingType.ports(), List.of(22, 3389), "Ports.");
  static final Setting<Integer> INACTIVE =
      new Setting<>("inactive_criteria_days", SettingType.days(), 45, "Days without use.");
  static final Setting<Integer> ROTATION =
      new Setting<>("rotation_criteria_days", SettingType.days(), 90, "Days since creation.");
  static final Setting<Boolean> WITH_ROOT =
      new Setting<>("with_root", SettingType.flag(), false, "Whether root counts.");

  static final List<CheckInfo> ALL =
      List.of(
          check("secgrp_unrestricted_access", "security-groups-unrestricted")
              .withSettings(RESTRICTED_PORTS),
          check("s3_bucket_acl", "s3-public-bucket-acl"),
          check("s3_bucket_policy", "s3-public-bucket-policy"),
          check("s3_encryption", "s3-unencrypted"),
          check("user_inactivekeys", "iam-user-keys-inactive").withSettings(INACTIVE, WITH_ROOT),
          check("user_keysrotation", "iam-user-keys-rotation").withSettings(ROTATION),
          check("cloudtrails", "cloudtrails"),
          check("ebs_unencrypted_volume", "ebs-volumes-unencrypted"),
          check("ebs_public_snapshot", "ebs-snapshots-public"),
          check("rds_public_snapshot", "rds-public-snapshots"),
          check("rds_encryption", "rds-unencrypted"),
          check("sqs_public_access", "sqs-public-access"),
          check("ec2_public_ami", "ec2-public-ami"));

  private SampleChecks() {}

  private static CheckInfo check(String id, String table) {
    return CheckInfo.of(id, id, Severity.HIGH, "service", "AWS::Some::Thing").storedIn(table);
  }
}
