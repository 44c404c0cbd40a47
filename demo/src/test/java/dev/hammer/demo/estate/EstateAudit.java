package dev.hammer.demo.estate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudtrail.model.EventSelector;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.cloudtrail.model.Trail;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Reads the estate back with plain calls, and finds its faults by rules made for it alone. */
final class EstateAudit {
  private static final Set<String> PUBLIC_RANGES =
      Set.of("0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "::/0", "52.94.76.0/24");
  private static final Set<Integer> HARMLESS_PORTS = Set.of(80, 443, -1);

  private final Clients clients;
  private final String account;
  private final Set<Expected> faults = new TreeSet<>();
  private int resources;

  EstateAudit(Clients clients, String account) {
    this.clients = clients;
    this.account = account;
  }

  int resources() {
    return resources;
  }

  Set<Expected> faults() {
    buckets();
    keys();
    for (var region : Regions.ALL) {
      groups(region);
      disks(region);
      databases(region);
      trails(region);
      queues(region);
    }
    return faults;
  }

  private void fault(String check, Region region, String id) {
    faults.add(new Expected(check, account, Optional.of(region.id()), id));
  }

  private void buckets() {
    var s3 = clients.s3(Region.US_EAST_1);
    for (var bucket : seen(s3.listBuckets().buckets())) {
      var name = bucket.name();
      var location = s3.getBucketLocation(it -> it.bucket(name)).locationConstraintAsString();
      var region = location == null || location.isEmpty() ? "us-east-1" : location;
      var acl = s3.getBucketAcl(it -> it.bucket(name)).grants();
      if (acl.stream().anyMatch(it -> String.valueOf(it.grantee().uri()).contains("/global/"))) {
        fault("s3_bucket_acl", Region.of(region), name);
      }
      var policy = absentIfMissing(() -> s3.getBucketPolicy(it -> it.bucket(name)).policy());
      if (policy.filter(EstateAudit::isOpen).isPresent()) {
        fault("s3_bucket_policy", Region.of(region), name);
      }
      if (absentIfMissing(() -> s3.getBucketEncryption(it -> it.bucket(name)).toString())
          .isEmpty()) {
        fault("s3_encryption", Region.of(region), name);
      }
    }
  }

  private static Optional<String> absentIfMissing(Supplier<String> read) {
    try {
      return Optional.of(read.get());
    } catch (S3Exception missing) {
      if (missing.statusCode() == 404) {
        return Optional.empty();
      }
      throw missing;
    }
  }

  private static boolean isOpen(String policy) {
    boolean isWorld = policy.contains("\"*\"") && policy.contains("Allow");
    boolean isBound =
        policy.contains("PrincipalOrgID")
            || policy.contains("SourceVpce")
            || policy.contains("ArnEquals");
    return isWorld && !isBound;
  }

  private void keys() {
    var iam = clients.iam();
    for (var user : seen(iam.listUsers().users())) {
      var keys = iam.listAccessKeys(it -> it.userName(user.userName())).accessKeyMetadata();
      for (var key : seen(keys)) {
        if (key.status() == StatusType.ACTIVE) {
          key(key);
        }
      }
    }
  }

  private void key(AccessKeyMetadata key) {
    var used =
        clients
            .iam()
            .getAccessKeyLastUsed(it -> it.accessKeyId(key.accessKeyId()))
            .accessKeyLastUsed()
            .lastUsedDate();
    if (isOlder(key.createDate(), 90)) {
      faults.add(new Expected("user_keysrotation", account, Optional.empty(), key.accessKeyId()));
    }
    if (isOlder(used == null ? key.createDate() : used, 45)) {
      faults.add(new Expected("user_inactivekeys", account, Optional.empty(), key.accessKeyId()));
    }
  }

  private static boolean isOlder(Instant instant, int days) {
    return instant.isBefore(Instant.now().minus(Duration.ofDays(days)));
  }

  private void groups(Region region) {
    for (var group : seen(clients.ec2(region).describeSecurityGroups().securityGroups())) {
      if (group.ipPermissions().stream().anyMatch(it -> isOpen(region, it))) {
        fault("secgrp_unrestricted_access", region, group.groupId());
      }
    }
  }

  private boolean isOpen(Region region, IpPermission rule) {
    var sources = new ArrayList<String>();
    rule.ipRanges().forEach(it -> sources.add(it.cidrIp()));
    rule.ipv6Ranges().forEach(it -> sources.add(it.cidrIpv6()));
    for (var list : rule.prefixListIds()) {
      clients
          .ec2(region)
          .getManagedPrefixListEntries(it -> it.prefixListId(list.prefixListId()))
          .entries()
          .forEach(it -> sources.add(it.cidr()));
    }
    boolean isHarmless = rule.fromPort() != null && HARMLESS_PORTS.contains(rule.fromPort());
    return !isHarmless && sources.stream().anyMatch(PUBLIC_RANGES::contains);
  }

  private void disks(Region region) {
    var ec2 = clients.ec2(region);
    seen(ec2.describeVolumes().volumes()).stream()
        .filter(it -> !it.encrypted())
        .forEach(it -> fault("ebs_unencrypted_volume", region, it.volumeId()));
    seen(ec2.describeSnapshots(it -> it.ownerIds("self")).snapshots());
    ec2.describeSnapshots(it -> it.ownerIds("self").restorableByUserIds("all"))
        .snapshots()
        .forEach(it -> fault("ebs_public_snapshot", region, it.snapshotId()));
    seen(ec2.describeImages(it -> it.owners("self")).images());
    var isPublic = Filter.builder().name("is-public").values("true").build();
    ec2.describeImages(it -> it.owners("self").filters(isPublic))
        .images()
        .forEach(it -> fault("ec2_public_ami", region, it.imageId()));
  }

  private void databases(Region region) {
    var rds = clients.rds(region);
    seen(rds.describeDBInstances().dbInstances()).stream()
        .filter(it -> !it.storageEncrypted())
        .forEach(it -> fault("rds_encryption", region, it.dbInstanceArn()));
    seen(rds.describeDBClusters().dbClusters()).stream()
        .filter(it -> !it.storageEncrypted())
        .forEach(it -> fault("rds_encryption", region, it.dbClusterArn()));
    for (var snapshot : seen(rds.describeDBSnapshots().dbSnapshots())) {
      var name = snapshot.dbSnapshotIdentifier();
      var attributes =
          rds.describeDBSnapshotAttributes(it -> it.dbSnapshotIdentifier(name))
              .dbSnapshotAttributesResult()
              .dbSnapshotAttributes();
      if (attributes.stream().anyMatch(it -> it.attributeValues().contains("all"))) {
        fault("rds_public_snapshot", region, snapshot.dbSnapshotArn());
      }
    }
    for (var snapshot : seen(rds.describeDBClusterSnapshots().dbClusterSnapshots())) {
      var name = snapshot.dbClusterSnapshotIdentifier();
      var attributes =
          rds.describeDBClusterSnapshotAttributes(it -> it.dbClusterSnapshotIdentifier(name))
              .dbClusterSnapshotAttributesResult()
              .dbClusterSnapshotAttributes();
      if (attributes.stream().anyMatch(it -> it.attributeValues().contains("all"))) {
        fault("rds_public_snapshot", region, snapshot.dbClusterSnapshotArn());
      }
    }
  }

  private void trails(Region region) {
    var trails = seen(clients.cloudTrail(region).describeTrails().trailList());
    if (trails.stream().noneMatch(this::coversEverything)) {
      fault("cloudtrails", region, region.id());
    }
  }

  private boolean coversEverything(Trail trail) {
    var home = clients.cloudTrail(Region.of(trail.homeRegion()));
    var selectors = home.getEventSelectors(it -> it.trailName(trail.trailARN()));
    boolean isWhole =
        !selectors.advancedEventSelectors().isEmpty()
            || selectors.eventSelectors().stream()
                .map(EventSelector::readWriteType)
                .anyMatch(ReadWriteType.ALL::equals);
    return isWhole && home.getTrailStatus(it -> it.name(trail.trailARN())).isLogging();
  }

  private void queues(Region region) {
    var sqs = clients.sqs(region);
    for (var url : seen(sqs.listQueues(it -> it.maxResults(1000)).queueUrls())) {
      var attributes =
          sqs.getQueueAttributes(
                  it ->
                      it.queueUrl(url)
                          .attributeNames(QueueAttributeName.POLICY, QueueAttributeName.QUEUE_ARN))
              .attributes();
      if (isOpen(attributes.getOrDefault(QueueAttributeName.POLICY, ""))) {
        var name = url.substring(url.lastIndexOf('/') + 1);
        var official = "https://sqs.%s.amazonaws.com/%s/%s".formatted(region.id(), account, name);
        fault("sqs_public_access", region, official);
      }
    }
  }

  private <T> List<T> seen(List<T> found) {
    resources += found.size();
    return found;
  }

  /** Whether something with a public address carries a group; empty if nothing carries it. */
  static Optional<Boolean> publiclyAttached(Clients clients, Region region, String group) {
    var filter = Filter.builder().name("group-id").values(group).build();
    var interfaces =
        clients.ec2(region).describeNetworkInterfaces(it -> it.filters(filter)).networkInterfaces();
    return interfaces.isEmpty()
        ? Optional.empty()
        : Optional.of(
            interfaces.stream()
                .anyMatch(it -> it.association() != null && it.association().publicIp() != null));
  }

  static Optional<String> groupNamed(Clients clients, Region region, String name) {
    var filter = Filter.builder().name("group-name").values(name).build();
    return clients
        .ec2(region)
        .describeSecurityGroups(it -> it.filters(filter))
        .securityGroups()
        .stream()
        .map(it -> it.groupId())
        .findFirst();
  }
}
