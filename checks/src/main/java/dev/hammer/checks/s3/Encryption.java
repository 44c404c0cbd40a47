package dev.hammer.checks.s3;

import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Optional;

/** How a bucket encrypts new objects whose writer asks for nothing else. */
public sealed interface Encryption {
  /** No configuration: known from buckets of before 2023, and from emulators. */
  record None() implements Encryption {}

  /**
   * Encryption by default.
   *
   * @param algorithm such as {@code aws:kms}
   * @param key ARN, id or alias of a KMS key; absent for the key that AWS manages
   * @param bucketKey whether KMS is asked once per bucket and not once per object
   */
  record Default(String algorithm, Optional<String> key, boolean bucketKey) implements Encryption {
    /** From weak to strong. */
    static final List<String> ALGORITHMS = List.of("AES256", "aws:kms", "aws:kms:dsse");

    /** What AWS does when a rule names no algorithm. */
    static final String ALGORITHM_OF_AWS = ALGORITHMS.getFirst();

    /** Whether this is the algorithm, or a stronger one. */
    boolean isAtLeast(String required) {
      // An algorithm that is not listed is newer than this list: counted as the weakest.
      return Math.max(ALGORITHMS.indexOf(algorithm), 0) >= ALGORITHMS.indexOf(required);
    }

    /** Whether the key is one of these; a bare key id is a key of the bucket's own account. */
    boolean isUnderOneOf(List<String> arns) {
      return key.filter(name -> arns.stream().anyMatch(arn -> isNamed(arn, name))).isPresent();
    }

    /** Bucket keys exist for this algorithm alone. */
    boolean canHaveBucketKey() {
      return algorithm.equals("aws:kms");
    }

    private static boolean isNamed(String arn, String name) {
      return arn.equals(name) || arn.endsWith(":key/" + name);
    }
  }

  /** As evidence. */
  default Value toValue() {
    return switch (this) {
      case None _ -> Value.absent();
      case Default(String algorithm, Optional<String> key, boolean bucketKey) ->
          Value.fields()
              .put("algorithm", algorithm)
              .put("kms_key", Value.text(key))
              .put("bucket_key", bucketKey)
              .build();
    };
  }
}
