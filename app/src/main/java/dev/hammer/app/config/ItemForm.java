package dev.hammer.app.config;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the resources of a check are called in lists.
 *
 * @param example shown when an entry looks different
 */
record ItemForm(Pattern form, String example) {
  private static final ItemForm ANY = form(".*", "");
  private static final ItemForm BUCKET =
      form("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]|arn:[^:]+:s3:::.+", "a bucket name");
  private static final ItemForm KEY =
      form("[A-Za-z0-9_+=,.@-]{1,128}|arn:[^:]+:iam:.+", "a user name or an access key id");
  private static final ItemForm RDS =
      form("arn:[^:]+:rds:[^:]+:\\d{12}:.+", "an ARN, arn:aws:rds:eu-west-1:111111111111:...");

  private static final Map<String, ItemForm> FORMS =
      Map.ofEntries(
          Map.entry(
              "secgrp_unrestricted_access",
              form(
                  "sg-[0-9a-f]{8,17}|vpc-[0-9a-f]{8,17}:.+|arn:.+",
                  "sg-0a1b2c3d, or vpc-0a1b2c3d:NAME")),
          Map.entry("s3_bucket_acl", BUCKET),
          Map.entry("s3_bucket_policy", BUCKET),
          Map.entry("s3_encryption", BUCKET),
          Map.entry("user_inactivekeys", KEY),
          Map.entry("user_keysrotation", KEY),
          Map.entry("cloudtrails", form("[a-z]{2,6}(-[a-z]{2,12}){1,3}-\\d{1,2}", "a region")),
          Map.entry("ebs_unencrypted_volume", form("vol-[0-9a-f]{8,17}|arn:.+", "vol-0a1b2c3d")),
          Map.entry("ebs_public_snapshot", form("snap-[0-9a-f]{8,17}|arn:.+", "snap-0a1b2c3d")),
          Map.entry("ec2_public_ami", form("ami-[0-9a-f]{8,17}|arn:.+", "ami-0a1b2c3d")),
          Map.entry("rds_public_snapshot", RDS),
          Map.entry("rds_encryption", RDS),
          Map.entry(
              "sqs_public_access",
              form(
                  "https?://.+|arn:[^:]+:sqs:.+|[A-Za-z0-9_-]{1,80}(\\.fifo)?",
                  "a queue URL, ARN or name")));

  static ItemForm of(String check) {
    return FORMS.getOrDefault(check, ANY);
  }

  /** Every check whose entries have a form. */
  static List<String> checks() {
    return FORMS.keySet().stream().sorted().toList();
  }

  /** Warns of an entry that can match nothing, or everything. */
  void prove(String item, String key, Position at, Problems problems) {
    if (item.chars().allMatch(c -> c == '*')) {
      problems.warning(at, key, key + ": * stands for every resource", "name what is meant");
    } else if (!item.contains("*") && !form.matcher(item).matches()) {
      problems.warning(
          at, key, key + ": " + Shown.quoted(item) + " will match nothing", "write " + example);
    }
  }

  private static ItemForm form(String regex, String example) {
    return new ItemForm(Pattern.compile(regex, Pattern.DOTALL), example);
  }
}
