package dev.hammer.checks.s3;

import dev.hammer.checks.ResourcePolicy;
import dev.hammer.core.reading.Facet;
import dev.hammer.core.reading.Reading;
import dev.hammer.core.reading.Snapshot;
import dev.hammer.core.resource.ResourceRef;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A bucket, read no further than its checks ask. */
public final class Bucket implements Snapshot {
  static final String TYPE_NAME = "AWS::S3::Bucket";

  private final ResourceRef ref;
  private final Instant readAt;
  private final Optional<String> owner;
  private final Parts parts;

  /**
   * @param owner name of the account's owner, which S3 no longer tells everywhere
   */
  Bucket(ResourceRef ref, Instant readAt, Optional<String> owner, Parts parts) {
    this.ref = ref;
    this.readAt = readAt;
    this.owner = owner;
    this.parts = parts;
  }

  /** What can be read of a bucket. */
  record Parts(
      Facet<Acl> acl,
      Facet<Ownership> ownership,
      Facet<ResourcePolicy> policy,
      Facet<Boolean> policyStatus,
      Facet<Encryption> encryption,
      Facet<AccessBlock> block,
      Facet<AccessBlock> accountBlock,
      Facet<Tags> tags) {}

  @Override
  public ResourceRef ref() {
    return ref;
  }

  @Override
  public Instant readAt() {
    return readAt;
  }

  @Override
  public Value.Fields listed() {
    return Value.fields()
        .put("name", ref.id())
        .put("region", Value.text(Optional.of(ref.region().name()).filter(_ -> hasRegion())))
        .note("owner", Value.text(owner))
        .build();
  }

  @Override
  public List<Facet<?>> facets() {
    return List.of(
        parts.acl(),
        parts.ownership(),
        parts.policy(),
        parts.policyStatus(),
        parts.encryption(),
        parts.block(),
        parts.accountBlock(),
        parts.tags());
  }

  @Override
  public Facet<Tags> tags() {
    return parts.tags();
  }

  public Facet<Acl> acl() {
    return parts.acl();
  }

  public Facet<Ownership> ownership() {
    return parts.ownership();
  }

  public Facet<ResourcePolicy> policy() {
    return parts.policy();
  }

  /** Whether AWS itself holds the policy for public. */
  public Facet<Boolean> policyStatus() {
    return parts.policyStatus();
  }

  public Facet<Encryption> encryption() {
    return parts.encryption();
  }

  /** Block Public Access of the bucket alone. */
  Facet<AccessBlock> block() {
    return parts.block();
  }

  /**
   * Whether Block Public Access does this, at the account or at the bucket: the stricter wins. The
   * account is asked first, as one answer serves all its buckets; who cannot be asked leaves a
   * doubt only if the other does not block.
   */
  Reading<Boolean> isBlocked(Predicate<AccessBlock> how) {
    Reading<Boolean> account = parts.accountBlock().reading().map(how::test);
    if (isYes(account)) {
      return account;
    }
    Reading<Boolean> bucket = parts.block().reading().map(how::test);
    return isYes(bucket) || account.failure().isEmpty() ? bucket : account;
  }

  /** The details that every check of buckets tells. */
  Value.Builder details() {
    return Value.fields().note("owner", Value.text(owner));
  }

  private boolean hasRegion() {
    return ref.region().isReal();
  }

  private static boolean isYes(Reading<Boolean> answer) {
    return answer.known().orElse(false);
  }
}
