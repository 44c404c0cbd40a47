package dev.hammer.checks.s3;

import dev.hammer.checks.CheckContext;
import dev.hammer.checks.CheckType;
import dev.hammer.core.check.Check;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.check.Setting;
import dev.hammer.core.check.SettingType;
import dev.hammer.core.check.Settings;
import dev.hammer.core.check.Severity;
import dev.hammer.core.check.Verdict;
import dev.hammer.core.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds buckets whose default encryption is weaker than the configuration demands. Since January
 * 2023 AWS encrypts every bucket with AES256, so nothing violates until more is demanded.
 */
public final class WeakBucketEncryption implements Check<Bucket> {
  static final Setting<String> REQUIRED_ALGORITHM =
      new Setting<>(
          "required_algorithm",
          SettingType.oneOf(Encryption.Default.ALGORITHMS),
          Encryption.Default.ALGORITHM_OF_AWS,
          "The weakest default encryption a bucket may have.");

  static final Setting<List<String>> REQUIRED_KEYS =
      new Setting<>(
          "required_kms_key_arns",
          SettingType.texts(),
          List.of(),
          "ARNs of KMS keys, one of which every bucket must use; empty for any key.");

  static final Setting<Boolean> REQUIRE_BUCKET_KEY =
      new Setting<>(
          "require_bucket_key",
          SettingType.flag(),
          false,
          "Whether buckets under aws:kms must use a bucket key.");

  public static final CheckType<Bucket> TYPE =
      new CheckType<>(
          CheckInfo.of(
                  "s3_encryption",
                  "S3 bucket with weaker default encryption than required",
                  Severity.MEDIUM,
                  "s3",
                  Bucket.TYPE_NAME)
              .decidedBy(S3Calls.LIST_BUCKETS, S3Calls.GET_ENCRYPTION)
              .explainedBy(S3Calls.GET_TAGGING)
              .standingFor("Security Hub S3.17")
              .storedIn("s3-unencrypted")
              .withSettings(REQUIRED_ALGORITHM, REQUIRED_KEYS, REQUIRE_BUCKET_KEY),
          BucketReader.TYPE,
          WeakBucketEncryption::new);

  private final String algorithm;
  private final List<String> keys;
  private final boolean bucketKey;

  private WeakBucketEncryption(CheckContext context) {
    Settings settings = context.settings();
    this.algorithm = settings.get(REQUIRED_ALGORITHM);
    this.keys = settings.get(REQUIRED_KEYS);
    this.bucketKey = settings.get(REQUIRE_BUCKET_KEY);
  }

  @Override
  public CheckInfo info() {
    return TYPE.info();
  }

  @Override
  public Verdict judge(Bucket bucket) {
    return switch (bucket.encryption().get()) {
      case Encryption.None none ->
          Verdict.violating(
              Severity.MEDIUM,
              "no default encryption",
              "new objects are stored as they come unless their writer asks for encryption",
              details(bucket, none));
      case Encryption.Default encryption -> judge(bucket, encryption);
    };
  }

  private Verdict judge(Bucket bucket, Encryption.Default encryption) {
    List<String> weak = new ArrayList<>();
    if (!encryption.isAtLeast(algorithm)) {
      weak.add(encryption.algorithm() + " where " + algorithm + " is required");
    }
    if (!keys.isEmpty() && !encryption.isUnderOneOf(keys)) {
      weak.add(encryption.key().orElse("a key of AWS") + " is none of the required keys");
    }
    boolean wasteful = bucketKey && encryption.canHaveBucketKey() && !encryption.bucketKey();
    List<String> faults = new ArrayList<>(weak);
    if (wasteful) {
      faults.add("no bucket key");
    }
    if (faults.isEmpty()) {
      return Verdict.compliant("encrypts with " + encryption.algorithm());
    }
    return Verdict.violating(
        weak.isEmpty() ? Severity.LOW : Severity.MEDIUM,
        String.join("; ", faults),
        weak.isEmpty()
            ? "the data is encrypted as required, but KMS is asked and paid for every object"
            : "the data is encrypted, but not as the configuration demands",
        details(bucket, encryption));
  }

  private static Value.Fields details(Bucket bucket, Encryption encryption) {
    return bucket.details().put("encryption", encryption.toValue()).build();
  }
}
