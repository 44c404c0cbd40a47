package dev.hammer.checks.s3;

import dev.hammer.core.value.Value;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;

/** Block Public Access of a bucket or of a whole account: only the switches that act now. */
public record AccessBlock(boolean ignorePublicAcls, boolean restrictPublicBuckets) {
  /** No configuration, which is everything off. */
  static final AccessBlock NONE = new AccessBlock(false, false);

  /** Of an account; a switch that is not there is off. */
  static AccessBlock of(PublicAccessBlockConfiguration account) {
    return new AccessBlock(isOn(account.ignorePublicAcls()), isOn(account.restrictPublicBuckets()));
  }

  /** Of a bucket; a switch that is not there is off. */
  static AccessBlock of(
      software.amazon.awssdk.services.s3.model.PublicAccessBlockConfiguration bucket) {
    return new AccessBlock(isOn(bucket.ignorePublicAcls()), isOn(bucket.restrictPublicBuckets()));
  }

  private static boolean isOn(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }

  Value toValue() {
    return Value.fields()
        .put("ignore_public_acls", ignorePublicAcls)
        .put("restrict_public_buckets", restrictPublicBuckets)
        .build();
  }
}
