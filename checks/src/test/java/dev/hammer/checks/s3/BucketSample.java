package dev.hammer.checks.s3;

import dev.hammer.checks.Facets;
import dev.hammer.checks.ResourcePolicy;
import dev.hammer.checks.TestScope;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bucket to be judged: as AWS makes them today but without guards, until a test says else. */
record BucketSample(
    Acl acl,
    Ownership ownership,
    Optional<String> policy,
    boolean policyStatus,
    Encryption encryption,
    AccessBlock block,
    AccessBlock account) {
  static final String NAME = "logs";
  static final String ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers";
  static final String ANY_ACCOUNT = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";
  static final String LOG_DELIVERY = "http://acs.amazonaws.com/groups/s3/LogDelivery";
  static final String OWNER = "a".repeat(64);

  static final AccessBlock IGNORING = new AccessBlock(true, false);
  static final AccessBlock RESTRICTING = new AccessBlock(false, true);

  static BucketSample plain() {
    return new BucketSample(
        new Acl(List.of(new Acl.Grant(OWNER, "FULL_CONTROL"))),
        new Ownership(Optional.of("ObjectWriter")),
        Optional.empty(),
        false,
        new Encryption.Default("AES256", Optional.empty(), false),
        AccessBlock.NONE,
        AccessBlock.NONE);
  }

  BucketSample granting(String grantee, String... permissions) {
    List<Acl.Grant> grants = new ArrayList<>(acl.grants());
    for (String permission : permissions) {
      grants.add(new Acl.Grant(grantee, permission));
    }
    return new BucketSample(
        new Acl(grants), ownership, policy, policyStatus, encryption, block, account);
  }

  BucketSample owned(Optional<String> rule) {
    return new BucketSample(
        acl, new Ownership(rule), policy, policyStatus, encryption, block, account);
  }

  BucketSample policy(String text) {
    return new BucketSample(
        acl, ownership, Optional.of(text), policyStatus, encryption, block, account);
  }

  BucketSample publicByAws() {
    return new BucketSample(acl, ownership, policy, true, encryption, block, account);
  }

  BucketSample encrypted(Encryption other) {
    return new BucketSample(acl, ownership, policy, policyStatus, other, block, account);
  }

  BucketSample blocked(AccessBlock ofBucket, AccessBlock ofAccount) {
    return new BucketSample(acl, ownership, policy, policyStatus, encryption, ofBucket, ofAccount);
  }

  Bucket read() {
    return with(Facets.readable());
  }

  Bucket with(Facets facets) {
    return new Bucket(
        ResourceRef.of(Bucket.TYPE_NAME, NAME, TestScope.ACCOUNT, Region.GLOBAL)
            .withArn("arn:aws:s3:::" + NAME),
        TestScope.NOW,
        Optional.of("platform"),
        new Bucket.Parts(
            facets.of("acl", List.of(S3Calls.GET_ACL), acl, Acl::toValue),
            facets.of("ownership", List.of(S3Calls.GET_OWNERSHIP), ownership, Ownership::toValue),
            facets.of(
                "policy",
                List.of(S3Calls.GET_POLICY),
                new ResourcePolicy(policy, S3Calls.GET_POLICY),
                ResourcePolicy::toValue),
            facets.of("policy_status", List.of(S3Calls.GET_POLICY_STATUS), policyStatus, Value::of),
            facets.of(
                "encryption", List.of(S3Calls.GET_ENCRYPTION), encryption, Encryption::toValue),
            facets.of(
                "access_block", List.of(S3Calls.GET_BUCKET_BLOCK), block, AccessBlock::toValue),
            facets.of(
                "account_access_block",
                List.of(S3Calls.GET_ACCOUNT_BLOCK),
                account,
                AccessBlock::toValue),
            facets.of(
                "tags",
                List.of(S3Calls.GET_TAGGING),
                Tags.of(Map.of("owner", "ann")),
                Tags::toValue)));
  }
}
