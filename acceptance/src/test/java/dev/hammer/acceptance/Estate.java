package dev.hammer.acceptance;

import dev.hammer.testing.AccountClients;
import dev.hammer.testing.MotoAws;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateVolumePermission;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.LaunchPermission;
import software.amazon.awssdk.services.ec2.model.PermissionGroup;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Faults and what they sit on, put into one account and region of the emulator one by one, and
 * mended one by one.
 */
final class Estate {
  static final String EU = "eu-west-1";
  static final String US = "us-east-1";

  /** A member account; what is put there is entered by role. */
  static final String MEMBER = "222222222222";

  private final MotoAws aws;
  private final String account;
  private final String region;
  private final AccountClients clients;

  private Estate(MotoAws aws, String account, String region) {
    this.aws = aws;
    this.account = account;
    this.region = region;
    this.clients = aws.in(account, region);
  }

  /** Two regions are enough; more would only cost time. */
  static Estate in(MotoAws aws, String account, String region) {
    aws.control().regions(List.of(EU, US));
    return new Estate(aws, account, region);
  }

  /**
   * At least three offenders of everything that is listed, so that every list has pages, and no
   * trail at all.
   */
  void everythingThrice() {
    for (String number : List.of("one", "two", "three")) {
      publicBucket("acl-" + number);
      openGroup("open-" + number);
      plainVolume();
      publicSnapshot();
      publicImage("image-" + number);
      staleKey("user-" + number);
      openQueue("queue-" + number);
      plainDatabase("db-" + number);
      publicDatabaseSnapshot("db-" + number, "handover-" + number);
    }
  }

  /** Private and encrypted; only then a fault of it is the one a test puts there. */
  void bucket(String name) {
    try (S3Client s3 = clients.s3()) {
      s3.createBucket(
          it -> {
            it.bucket(name).objectOwnership(ObjectOwnership.OBJECT_WRITER);
            if (!region.equals(US)) {
              it.createBucketConfiguration(where -> where.locationConstraint(region));
            }
          });
      s3.putBucketEncryption(
          it ->
              it.bucket(name)
                  .serverSideEncryptionConfiguration(
                      all ->
                          all.rules(
                              ServerSideEncryptionRule.builder()
                                  .applyServerSideEncryptionByDefault(
                                      rule -> rule.sseAlgorithm(ServerSideEncryption.AES256))
                                  .build())));
    }
  }

  void publicBucket(String name) {
    bucket(name);
    acl(name, BucketCannedACL.PUBLIC_READ);
  }

  void acl(String bucket, BucketCannedACL acl) {
    try (S3Client s3 = clients.s3()) {
      s3.putBucketAcl(it -> it.bucket(bucket).acl(acl));
    }
  }

  void tagBucket(String bucket, Map<String, String> tags) {
    List<Tag> set =
        tags.entrySet().stream()
            .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
            .toList();
    try (S3Client s3 = clients.s3()) {
      s3.putBucketTagging(it -> it.bucket(bucket).tagging(all -> all.tagSet(set)));
    }
  }

  void bucketPolicy(String bucket, String policy) {
    try (S3Client s3 = clients.s3()) {
      s3.putBucketPolicy(it -> it.bucket(bucket).policy(policy));
    }
  }

  void restrictPublicPolicies(String bucket) {
    try (S3Client s3 = clients.s3()) {
      s3.putPublicAccessBlock(
          it ->
              it.bucket(bucket)
                  .publicAccessBlockConfiguration(
                      PublicAccessBlockConfiguration.builder()
                          .restrictPublicBuckets(true)
                          .build()));
    }
  }

  /** A policy that lets everybody read the objects. */
  static String everyoneReads(String bucket) {
    return """
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*",
      "Action": "s3:GetObject", "Resource": "arn:aws:s3:::%s/*"}]}
    """
        .formatted(bucket);
  }

  /** A policy that lets in the account itself, which is no fault. */
  static String onlyOwnersRead(String bucket) {
    return """
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
      "Principal": {"AWS": "arn:aws:iam::%s:root"},
      "Action": "s3:GetObject", "Resource": "arn:aws:s3:::%s/*"}]}
    """
        .formatted(MotoAws.MAIN, bucket);
  }

  String openGroup(String name) {
    return group(name, "for a test", 22);
  }

  /** A group that lets the world reach one port. */
  String group(String name, String description, int port) {
    try (Ec2Client ec2 = clients.ec2()) {
      String id =
          ec2.createSecurityGroup(it -> it.groupName(name).description(description)).groupId();
      ec2.authorizeSecurityGroupIngress(it -> it.groupId(id).ipPermissions(world(port)));
      return id;
    }
  }

  void open(String group, int port) {
    try (Ec2Client ec2 = clients.ec2()) {
      ec2.authorizeSecurityGroupIngress(it -> it.groupId(group).ipPermissions(world(port)));
    }
  }

  void close(String group, int port) {
    try (Ec2Client ec2 = clients.ec2()) {
      ec2.revokeSecurityGroupIngress(it -> it.groupId(group).ipPermissions(world(port)));
    }
  }

  void tag(String ec2Resource, String key, String value) {
    try (Ec2Client ec2 = clients.ec2()) {
      var tag = software.amazon.awssdk.services.ec2.model.Tag.builder().key(key).value(value);
      ec2.createTags(it -> it.resources(ec2Resource).tags(tag.build()));
    }
  }

  String plainVolume() {
    try (Ec2Client ec2 = clients.ec2()) {
      return ec2.createVolume(it -> it.availabilityZone(region + "a").size(1).encrypted(false))
          .volumeId();
    }
  }

  String publicSnapshot() {
    try (Ec2Client ec2 = clients.ec2()) {
      String volume =
          ec2.createVolume(it -> it.availabilityZone(region + "a").size(1).encrypted(true))
              .volumeId();
      String snapshot = ec2.createSnapshot(it -> it.volumeId(volume)).snapshotId();
      ec2.modifySnapshotAttribute(
          it ->
              it.snapshotId(snapshot)
                  .createVolumePermission(
                      change ->
                          change.add(
                              CreateVolumePermission.builder()
                                  .group(PermissionGroup.ALL)
                                  .build())));
      return snapshot;
    }
  }

  void deleteSnapshot(String snapshot) {
    try (Ec2Client ec2 = clients.ec2()) {
      ec2.deleteSnapshot(it -> it.snapshotId(snapshot));
    }
  }

  String publicImage(String name) {
    try (Ec2Client ec2 = clients.ec2()) {
      String image = ec2.registerImage(it -> it.name(name).rootDeviceName("/dev/xvda")).imageId();
      ec2.modifyImageAttribute(
          it ->
              it.imageId(image)
                  .launchPermission(
                      change ->
                          change.add(
                              LaunchPermission.builder().group(PermissionGroup.ALL).build())));
      return image;
    }
  }

  /** A user whose only key is 200 days old and was never used: an issue of each of two checks. */
  String staleKey(String user) {
    try (IamClient iam = clients.iam()) {
      iam.createUser(it -> it.userName(user));
      String key = iam.createAccessKey(it -> it.userName(user)).accessKey().accessKeyId();
      aws.control().key(account, key, Instant.now().minus(Duration.ofDays(200)));
      return key;
    }
  }

  void switchOff(String user, String key) {
    try (IamClient iam = clients.iam()) {
      iam.updateAccessKey(it -> it.userName(user).accessKeyId(key).status(StatusType.INACTIVE));
    }
  }

  void openQueue(String name) {
    String policy =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*",
          "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:%s:%s:%s"}]}
        """
            .formatted(region, account, name);
    queue(name, policy);
  }

  void queue(String name, String policy) {
    try (SqsClient sqs = clients.sqs()) {
      sqs.createQueue(
          it -> it.queueName(name).attributes(Map.of(QueueAttributeName.POLICY, policy)));
    }
  }

  void plainDatabase(String name) {
    try (RdsClient rds = clients.rds()) {
      rds.createDBInstance(
          it ->
              it.dbInstanceIdentifier(name)
                  .dbInstanceClass("db.m7g.large")
                  .engine("postgres")
                  .allocatedStorage(20)
                  .masterUsername("somebody")
                  .masterUserPassword("not-a-secret")
                  .storageEncrypted(false)
                  .publiclyAccessible(false));
    }
  }

  void publicDatabaseSnapshot(String database, String name) {
    try (RdsClient rds = clients.rds()) {
      rds.createDBSnapshot(it -> it.dbInstanceIdentifier(database).dbSnapshotIdentifier(name));
      rds.modifyDBSnapshotAttribute(
          it -> it.dbSnapshotIdentifier(name).attributeName("restore").valuesToAdd("all"));
    }
  }

  private static IpPermission world(int port) {
    return IpPermission.builder()
        .ipProtocol("tcp")
        .fromPort(port)
        .toPort(port)
        .ipRanges(IpRange.builder().cidrIp("0.0.0.0/0").build())
        .build();
  }
}
