package dev.hammer.bench.estate;

import java.util.Optional;

/** How a bucket is set up, and what checks must say of it. */
enum BucketKind {
  SOUND(false, false, Optional.empty()),
  KEEPS_LOGS(false, false, Optional.empty()),
  FOR_ONE_ACCOUNT(false, false, Optional.empty()),
  FOR_A_CDN(false, false, Optional.empty()),
  FOR_THE_ORGANIZATION(false, false, Optional.empty()),
  LISTED_BY_ALL(true, false, Optional.of(Truth.BUCKET_ACL)),
  WRITTEN_BY_ALL(true, false, Optional.of(Truth.BUCKET_ACL)),
  READ_BY_ALL(false, true, Optional.of(Truth.BUCKET_POLICY)),
  READ_BY_ALL_BUT_ONE(false, true, Optional.of(Truth.BUCKET_POLICY)),
  HELD_BACK_BY_BLOCK(false, true, Optional.of(Truth.BUCKET_POLICY)),
  UNENCRYPTED(false, false, Optional.of(Truth.BUCKET_ENCRYPTION));

  private final boolean publicGrant;
  private final boolean publicPolicy;
  private final Optional<String> violates;

  BucketKind(boolean publicGrant, boolean publicPolicy, Optional<String> violates) {
    this.publicGrant = publicGrant;
    this.publicPolicy = publicPolicy;
    this.violates = violates;
  }

  boolean hasPublicGrant() {
    return publicGrant;
  }

  boolean hasPublicPolicy() {
    return publicPolicy;
  }

  /** The check that must find it. */
  Optional<String> violates() {
    return violates;
  }
}
