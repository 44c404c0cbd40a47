package dev.hammer.bench.estate;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The requests without which an account cannot be judged, its faults explained and their owners
 * named; each under the call that makes it.
 *
 * <p>Pages are counted as large as AWS hands them out. Sessions of member accounts cost one more
 * each, which an estate of one account has none of.
 */
public final class RequestMinimum {
  private static final int PAGE_OF_BUCKETS = 10_000;
  private static final int PAGE = 1000;
  private static final int PAGE_OF_RDS = 100;

  private final SortedMap<String, Integer> byCall = new TreeMap<>();

  private RequestMinimum() {}

  public static RequestMinimum of(Estate estate) {
    var minimum = new RequestMinimum();
    minimum.add("sts:GetCallerIdentity", 1);
    minimum.add("ec2:DescribeRegions", 1);
    minimum.addBuckets(estate.buckets());
    minimum.addUsers(estate.users());
    estate.places().values().forEach(minimum::addPlace);
    return minimum;
  }

  /** How often each call is needed, by {@code service:operation}. */
  public SortedMap<String, Integer> byCall() {
    return Collections.unmodifiableSortedMap(byCall);
  }

  public int total() {
    return byCall.values().stream().mapToInt(Integer::intValue).sum();
  }

  private void addBuckets(Collection<BucketKind> buckets) {
    int grants = count(buckets, BucketKind::hasPublicGrant);
    int policies = count(buckets, BucketKind::hasPublicPolicy);
    add("s3:ListBuckets", pages(buckets.size(), PAGE_OF_BUCKETS));
    add("s3:GetBucketAcl", buckets.size());
    add("s3:GetBucketPolicy", buckets.size());
    add("s3:GetBucketEncryption", buckets.size());
    add("s3:GetBucketOwnershipControls", grants);
    add("s3:GetPublicAccessBlock", grants + policies);
    add("s3control:GetPublicAccessBlock", grants + policies > 0 ? 1 : 0);
    add("s3:GetBucketTagging", count(buckets, kind -> kind.violates().isPresent()));
  }

  private void addUsers(Collection<UserPlan> users) {
    add("iam:ListUsers", pages(users.size(), PAGE));
    add("iam:ListAccessKeys", users.size());
    add(
        "iam:GetAccessKeyLastUsed",
        users.stream().mapToInt(user -> count(user.keys(), KeyPlan::needsLastUse)).sum());
    add("iam:ListUserTags", count(users, UserPlan::isReported));
  }

  private void addPlace(Place place) {
    addNetwork(place);
    add("ec2:DescribeVolumes", pages(count(place.disks(), DiskKind::violates), PAGE));
    int publicSnapshots = count(place.snapshots(), Sharing::violates);
    add("ec2:DescribeSnapshots", pages(publicSnapshots, PAGE));
    add("ec2:DescribeSnapshotAttribute", publicSnapshots);
    add("ec2:DescribeImages", pages(count(place.images(), Sharing::violates), PAGE));
    addDatabases(place.databases());
    add("sqs:ListQueues", pages(place.queues().size(), PAGE));
    add("sqs:GetQueueAttributes", place.queues().size());
    add("sqs:ListQueueTags", count(place.queues(), QueueKind::violates));
    add("cloudtrail:DescribeTrails", 1);
    add("cloudtrail:GetTrailStatus", place.trails().size());
    add("cloudtrail:GetEventSelectors", place.trails().size());
  }

  private void addNetwork(Place place) {
    add("ec2:DescribeSecurityGroups", pages(place.groups().size(), PAGE));
    add(
        "ec2:DescribeNetworkInterfaces",
        place.groups().stream().anyMatch(GroupKind::violates) ? 1 : 0);
    add(
        "ec2:GetManagedPrefixListEntries",
        (int)
            place.groups().stream()
                .flatMap(group -> group.prefixList().stream())
                .distinct()
                .count());
  }

  /** Encrypted snapshots cannot be public, which the listing tells. */
  private void addDatabases(Collection<DatabaseKind> databases) {
    int clusters = count(databases, DatabaseKind::isCluster);
    int instances = databases.size() - clusters;
    add("rds:DescribeDBInstances", pages(instances, PAGE_OF_RDS));
    add("rds:DescribeDBClusters", pages(clusters, PAGE_OF_RDS));
    add("rds:DescribeDBSnapshots", pages(instances, PAGE_OF_RDS));
    add("rds:DescribeDBClusterSnapshots", pages(clusters, PAGE_OF_RDS));
    add(
        "rds:DescribeDBSnapshotAttributes",
        count(databases, it -> !it.isCluster() && !it.isEncrypted()));
    add(
        "rds:DescribeDBClusterSnapshotAttributes",
        count(databases, it -> it.isCluster() && !it.isEncrypted()));
  }

  private void add(String call, int count) {
    if (count > 0) {
      byCall.merge(call, count, Integer::sum);
    }
  }

  /** An empty list is a page too. */
  private static int pages(int items, int page) {
    return Math.max(1, Math.ceilDiv(items, page));
  }

  private static <T> int count(Collection<T> all, Predicate<T> which) {
    return (int) all.stream().filter(which).count();
  }
}
