package dev.hammer.app.permissions;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The resources an action must be allowed on, as ARNs with blanks for partition and account. See
 * the <a
 * href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html">Service
 * Authorization Reference</a>: actions that know no resources need {@code *}.
 */
final class Reach {
  static final String PARTITION = "{partition}";
  static final String ACCOUNT = "{account}";

  private static final List<String> ANYTHING = List.of("*");

  private static final List<String> BUCKETS = arns("s3:::*");
  private static final List<String> USERS = arns("iam::" + ACCOUNT + ":user/*");
  private static final List<String> QUEUES = arns("sqs:*:" + ACCOUNT + ":*");

  /** A trail of the organization belongs to another account, and is asked for its state, too. */
  private static final List<String> TRAILS = arns("cloudtrail:*:*:trail/*");

  /** AWS and other accounts share theirs. */
  private static final List<String> PREFIX_LISTS = arns("ec2:*:*:prefix-list/*");

  /** Snapshots have no account in their ARN. */
  private static final List<String> SNAPSHOTS = arns("ec2:*::snapshot/*");

  /** Listing snapshots is allowed on the databases, too. */
  private static final List<String> DATABASES =
      arns(
          "rds:*:" + ACCOUNT + ":cluster-snapshot:*",
          "rds:*:" + ACCOUNT + ":cluster:*",
          "rds:*:" + ACCOUNT + ":db:*",
          "rds:*:" + ACCOUNT + ":snapshot:*");

  private static final Map<String, List<String>> OF_ACTION =
      Map.ofEntries(
          Map.entry("cloudtrail:DescribeTrails", ANYTHING),
          Map.entry("cloudtrail:GetEventSelectors", TRAILS),
          Map.entry("cloudtrail:GetTrailStatus", TRAILS),
          Map.entry("ec2:DescribeImages", ANYTHING),
          Map.entry("ec2:DescribeManagedPrefixLists", ANYTHING),
          Map.entry("ec2:DescribeNetworkInterfaces", ANYTHING),
          Map.entry("ec2:DescribeRegions", ANYTHING),
          Map.entry("ec2:DescribeSecurityGroups", ANYTHING),
          Map.entry("ec2:DescribeSnapshotAttribute", SNAPSHOTS),
          Map.entry("ec2:DescribeSnapshots", ANYTHING),
          Map.entry("ec2:DescribeVolumes", ANYTHING),
          Map.entry("ec2:GetImageBlockPublicAccessState", ANYTHING),
          Map.entry("ec2:GetManagedPrefixListEntries", PREFIX_LISTS),
          Map.entry("ec2:GetSnapshotBlockPublicAccessState", ANYTHING),
          Map.entry("iam:GetAccessKeyLastUsed", USERS),
          Map.entry("iam:ListAccessKeys", USERS),
          Map.entry("iam:ListUserTags", USERS),
          Map.entry("iam:ListUsers", ANYTHING),
          Map.entry("rds:DescribeDBClusterSnapshotAttributes", DATABASES),
          Map.entry("rds:DescribeDBClusterSnapshots", DATABASES),
          Map.entry("rds:DescribeDBClusters", DATABASES),
          Map.entry("rds:DescribeDBInstances", DATABASES),
          Map.entry("rds:DescribeDBSnapshotAttributes", DATABASES),
          Map.entry("rds:DescribeDBSnapshots", DATABASES),
          Map.entry("s3:GetAccountPublicAccessBlock", ANYTHING),
          Map.entry("s3:GetBucketAcl", BUCKETS),
          Map.entry("s3:GetBucketOwnershipControls", BUCKETS),
          Map.entry("s3:GetBucketPolicy", BUCKETS),
          Map.entry("s3:GetBucketPolicyStatus", BUCKETS),
          Map.entry("s3:GetBucketPublicAccessBlock", BUCKETS),
          Map.entry("s3:GetBucketTagging", BUCKETS),
          Map.entry("s3:GetEncryptionConfiguration", BUCKETS),
          Map.entry("s3:ListAllMyBuckets", ANYTHING),
          Map.entry("sqs:GetQueueAttributes", QUEUES),
          Map.entry("sqs:ListQueueTags", QUEUES),
          Map.entry("sqs:ListQueues", ANYTHING));

  private Reach() {}

  /** An action nobody described is allowed everywhere rather than nowhere. */
  static List<String> of(String action) {
    return OF_ACTION.getOrDefault(action, ANYTHING);
  }

  static Set<String> knownActions() {
    return OF_ACTION.keySet();
  }

  private static List<String> arns(String... tails) {
    return List.of(tails).stream().map(tail -> "arn:" + PARTITION + ":" + tail).toList();
  }
}
