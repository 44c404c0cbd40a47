package dev.hammer.checks.s3;

import dev.hammer.aws.AwsScope;
import dev.hammer.checks.ResourcePolicy;
import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Grantee;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionByDefault;
import software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * Asks S3 about one bucket. Every request names the account that must own it, so that a bucket that
 * was deleted and taken by somebody else is never mistaken for ours.
 */
final class BucketSource {
  private final AwsScope scope;
  private final S3Client s3;
  private final String name;

  BucketSource(AwsScope scope, S3Client s3, String name) {
    this.scope = scope;
    this.s3 = s3;
    this.name = name;
  }

  Bucket.Parts parts(Facet<AccessBlock> accountBlock) {
    return new Bucket.Parts(
        facet("acl", S3Calls.GET_ACL, this::acl, Acl::toValue),
        facet("ownership", S3Calls.GET_OWNERSHIP, this::ownership, Ownership::toValue),
        facet("policy", S3Calls.GET_POLICY, this::policy, ResourcePolicy::toValue),
        facet("policy_status", S3Calls.GET_POLICY_STATUS, this::policyStatus, Value::of),
        facet("encryption", S3Calls.GET_ENCRYPTION, this::encryption, Encryption::toValue),
        facet("access_block", S3Calls.GET_BUCKET_BLOCK, this::block, AccessBlock::toValue),
        accountBlock,
        facet("tags", S3Calls.GET_TAGGING, this::tags, Tags::toValue));
  }

  private static <T> Facet<T> facet(
      String facet, ApiCall call, Supplier<T> read, Function<? super T, Value> toValue) {
    return Facet.of(facet, List.of(call), read, toValue);
  }

  private Acl acl() {
    return new Acl(
        scope
            .ask(
                S3Calls.GET_ACL,
                () -> s3.getBucketAcl(r -> r.bucket(name).expectedBucketOwner(owner())))
            .grants()
            .stream()
            .map(grant -> new Acl.Grant(grantee(grant.grantee()), grant.permissionAsString()))
            .toList());
  }

  private static String grantee(Grantee grantee) {
    return Optional.ofNullable(grantee.uri())
        .or(() -> Optional.ofNullable(grantee.id()))
        .orElse("unnamed");
  }

  private Ownership ownership() {
    return new Ownership(
        scope
            .askOptional(
                S3Calls.GET_OWNERSHIP,
                Set.of("OwnershipControlsNotFoundError"),
                () ->
                    s3.getBucketOwnershipControls(r -> r.bucket(name).expectedBucketOwner(owner())))
            .flatMap(answer -> answer.ownershipControls().rules().stream().findFirst())
            .map(OwnershipControlsRule::objectOwnershipAsString));
  }

  private ResourcePolicy policy() {
    return new ResourcePolicy(
        scope
            .askOptional(
                S3Calls.GET_POLICY,
                Set.of("NoSuchBucketPolicy"),
                () -> s3.getBucketPolicy(r -> r.bucket(name).expectedBucketOwner(owner())))
            .flatMap(answer -> Optional.ofNullable(answer.policy())),
        S3Calls.GET_POLICY);
  }

  private boolean policyStatus() {
    return scope
        .askOptional(
            S3Calls.GET_POLICY_STATUS,
            Set.of("NoSuchBucketPolicy"),
            () -> s3.getBucketPolicyStatus(r -> r.bucket(name).expectedBucketOwner(owner())))
        .map(answer -> Boolean.TRUE.equals(answer.policyStatus().isPublic()))
        .orElse(false);
  }

  private Encryption encryption() {
    return scope
        .askOptional(
            S3Calls.GET_ENCRYPTION,
            Set.of("ServerSideEncryptionConfigurationNotFoundError"),
            () -> s3.getBucketEncryption(r -> r.bucket(name).expectedBucketOwner(owner())))
        .flatMap(answer -> answer.serverSideEncryptionConfiguration().rules().stream().findFirst())
        .<Encryption>map(BucketSource::encryption)
        .orElseGet(Encryption.None::new);
  }

  private static Encryption encryption(ServerSideEncryptionRule rule) {
    Optional<ServerSideEncryptionByDefault> named =
        Optional.ofNullable(rule.applyServerSideEncryptionByDefault());
    return new Encryption.Default(
        named
            .map(ServerSideEncryptionByDefault::sseAlgorithmAsString)
            .orElse(Encryption.Default.ALGORITHM_OF_AWS),
        named.flatMap(it -> Optional.ofNullable(it.kmsMasterKeyID())),
        Boolean.TRUE.equals(rule.bucketKeyEnabled())); // absent: off
  }

  private AccessBlock block() {
    return scope
        .askOptional(
            S3Calls.GET_BUCKET_BLOCK,
            Set.of("NoSuchPublicAccessBlockConfiguration"),
            () -> s3.getPublicAccessBlock(r -> r.bucket(name).expectedBucketOwner(owner())))
        .map(answer -> AccessBlock.of(answer.publicAccessBlockConfiguration()))
        .orElse(AccessBlock.NONE);
  }

  private Tags tags() {
    Map<String, String> tags =
        scope
            .askOptional(
                S3Calls.GET_TAGGING,
                Set.of("NoSuchTagSet"),
                () -> s3.getBucketTagging(r -> r.bucket(name).expectedBucketOwner(owner())))
            .map(answer -> answer.tagSet())
            .orElseGet(List::of)
            .stream()
            .collect(Collectors.toMap(Tag::key, Tag::value, (first, _) -> first));
    return Tags.of(tags);
  }

  private String owner() {
    return scope.account().id();
  }
}
