package dev.hammer.checks.s3;

import dev.hammer.core.value.Value;
import java.util.Optional;

/**
 * Who owns the objects of a bucket, which decides whether ACLs have any effect.
 *
 * @param rule such as {@code BucketOwnerEnforced}; buckets from before the setting have none
 */
public record Ownership(Optional<String> rule) {
  /**
   * Whether ACLs are switched off. Without a rule they are on.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html">Object
   *     ownership</a>
   */
  boolean disablesAcls() {
    return rule.filter("BucketOwnerEnforced"::equals).isPresent();
  }

  Value toValue() {
    return Value.text(rule);
  }
}
