package dev.hammer.bench.estate;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketLocationConstraint;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Type;

/** Seeds buckets; in the emulator they are born without encryption and access block. */
final class BucketSeeds {
  private static final String GROUPS = "http://acs.amazonaws.com/groups/";

  private final S3Client s3;
  private final Truth truth;

  BucketSeeds(S3Client s3, Truth truth) {
    this.s3 = s3;
    this.truth = truth;
  }

  List<Runnable> of(List<BucketKind> buckets) {
    List<Runnable> errands = new ArrayList<>();
    for (int i = 0; i < buckets.size(); i++) {
      BucketKind kind = buckets.get(i);
      String name = nameOf(truth.account(), buckets, i);
      errands.add(() -> plant(kind, name));
    }
    return errands;
  }

  /** Names of buckets are unique among all accounts. */
  static String nameOf(String account, List<BucketKind> buckets, int index) {
    return "acme-%s-%02d%s"
        .formatted(
            Names.of(buckets.get(index)),
            index + 1,
            account.equals(Seeds.ACCOUNT) ? "" : "-" + account);
  }

  private void plant(BucketKind kind, String name) {
    create(name, kind.hasPublicGrant() || kind == BucketKind.KEEPS_LOGS);
    if (kind != BucketKind.UNENCRYPTED) {
      encrypt(name);
    }
    String everything = "arn:aws:s3:::" + name + "/*";
    switch (kind) {
      case SOUND, UNENCRYPTED -> block(name, true);
      case KEEPS_LOGS -> {
        block(name, true);
        grant(name, "s3/LogDelivery", Permission.WRITE);
      }
      case FOR_ONE_ACCOUNT ->
          policy(name, Policies.allow(Policies.ONE_ACCOUNT, "s3:GetObject", everything, ""));
      case FOR_A_CDN ->
          policy(
              name,
              Policies.allow(
                  Policies.service("cloudfront"),
                  "s3:GetObject",
                  everything,
                  Policies.condition(
                      "StringEquals",
                      "aws:SourceArn",
                      "arn:aws:cloudfront::" + truth.account() + ":distribution/E2ACMEBENCH")));
      case FOR_THE_ORGANIZATION ->
          policy(
              name,
              Policies.allow(
                  Policies.ANYONE,
                  "s3:GetObject",
                  everything,
                  Policies.condition("StringEquals", "aws:PrincipalOrgID", "o-acmebench0")));
      case LISTED_BY_ALL -> grant(name, "global/AllUsers", Permission.READ);
      case WRITTEN_BY_ALL -> grant(name, "global/AuthenticatedUsers", Permission.WRITE);
      case READ_BY_ALL ->
          policy(name, Policies.allow(Policies.ANYONE, "s3:GetObject", everything, ""));
      case READ_BY_ALL_BUT_ONE ->
          policy(
              name,
              Policies.allow(
                  "{\"AWS\":[\"*\"]}",
                  "s3:GetObject",
                  everything,
                  Policies.condition("StringNotEquals", "aws:PrincipalAccount", Seeds.STRANGER)));
      case HELD_BACK_BY_BLOCK -> {
        policy(name, Policies.allow(Policies.ANYONE, "s3:GetObject", everything, ""));
        block(name, false);
      }
    }
    truth.add(kind.violates().stream().toList(), name);
  }

  private void create(String name, boolean withAcls) {
    s3.createBucket(
        it ->
            it.bucket(name)
                .objectOwnership(
                    withAcls
                        ? ObjectOwnership.OBJECT_WRITER
                        : ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .createBucketConfiguration(
                    where -> where.locationConstraint(BucketLocationConstraint.EU_WEST_1)));
    Tag owner = Tag.builder().key("owner").value("platform").build();
    s3.putBucketTagging(it -> it.bucket(name).tagging(set -> set.tagSet(owner)));
  }

  private void encrypt(String name) {
    ServerSideEncryptionRule rule =
        ServerSideEncryptionRule.builder()
            .applyServerSideEncryptionByDefault(it -> it.sseAlgorithm(ServerSideEncryption.AES256))
            .build();
    s3.putBucketEncryption(
        it -> it.bucket(name).serverSideEncryptionConfiguration(rules -> rules.rules(rule)));
  }

  /** Everything, or only strangers' use of a public policy. */
  private void block(String name, boolean everything) {
    s3.putPublicAccessBlock(
        it ->
            it.bucket(name)
                .publicAccessBlockConfiguration(
                    block ->
                        block
                            .blockPublicAcls(everything)
                            .ignorePublicAcls(everything)
                            .blockPublicPolicy(everything)
                            .restrictPublicBuckets(true)));
  }

  private void policy(String name, String policy) {
    s3.putBucketPolicy(it -> it.bucket(name).policy(policy));
  }

  /** Beside the owner's own grants. */
  private void grant(String name, String group, Permission permission) {
    var before = s3.getBucketAcl(it -> it.bucket(name));
    List<Grant> grants = new ArrayList<>(before.grants());
    grants.add(
        Grant.builder()
            .grantee(it -> it.type(Type.GROUP).uri(GROUPS + group))
            .permission(permission)
            .build());
    s3.putBucketAcl(
        it -> it.bucket(name).accessControlPolicy(acl -> acl.owner(before.owner()).grants(grants)));
  }
}
