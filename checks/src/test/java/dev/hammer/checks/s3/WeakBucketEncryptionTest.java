package dev.hammer.checks.s3;

import static dev.hammer.checks.s3.BucketSample.plain;

import dev.hammer.checks.CheckTester;
import dev.hammer.checks.Facets;
import dev.hammer.core.check.Severity;
import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeakBucketEncryptionTest {
  private static final String KEY = "arn:aws:kms:eu-west-1:111111111111:key/0a1b-2c3d";

  private final CheckTester<Bucket> check = CheckTester.of(WeakBucketEncryption.TYPE);

  private static Bucket encrypted(String algorithm, Optional<String> key, boolean bucketKey) {
    return plain().encrypted(new Encryption.Default(algorithm, key, bucketKey)).read();
  }

  @ParameterizedTest
  @CsvSource({"AES256", "aws:kms", "aws:kms:dsse", "aws:newer"})
  void withoutDemandsEveryEncryptionWillDo(String algorithm) {
    check
        .judging(encrypted(algorithm, Optional.empty(), false))
        .isCompliant(algorithm)
        .reading("encryption");
  }

  @Test
  void noEncryptionAtAllViolates() {
    check
        .judging(plain().encrypted(new Encryption.None()).read())
        .violates(Severity.MEDIUM)
        .saying("no default encryption")
        .withDetail("encryption", Value.absent())
        .withDetail("owner", "platform")
        .reading("encryption", "tags");
  }

  @ParameterizedTest
  @CsvSource({
    "AES256, AES256, compliant",
    "AES256, aws:kms, compliant",
    "aws:kms, AES256, medium",
    "aws:kms, aws:newer, medium",
    "aws:kms, aws:kms, compliant",
    "aws:kms, aws:kms:dsse, compliant",
    "aws:kms:dsse, aws:kms, medium",
    "aws:kms:dsse, aws:kms:dsse, compliant"
  })
  void theAlgorithmMayBeStrongerButNotWeaker(String required, String found, String verdict) {
    var judgement =
        check
            .with(WeakBucketEncryption.REQUIRED_ALGORITHM, required)
            .judging(encrypted(found, Optional.empty(), false));

    if (verdict.equals("compliant")) {
      judgement.isCompliant();
    } else {
      judgement.violates(Severity.MEDIUM).saying(found + " where " + required + " is required");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "arn:aws:kms:eu-west-1:111111111111:key/0a1b-2c3d, true",
    "0a1b-2c3d, true",
    "1b-2c3d, false",
    "arn:aws:kms:eu-west-1:222222222222:key/0a1b-2c3d, false",
    "alias/logs, false",
    ", false"
  })
  void theKeyMustBeOneOfTheRequired(String key, boolean compliant) {
    var judgement =
        check
            .with(WeakBucketEncryption.REQUIRED_KEYS, List.of(KEY, KEY + "-other"))
            .judging(encrypted("aws:kms", Optional.ofNullable(key), false));

    if (compliant) {
      judgement.isCompliant();
    } else {
      judgement
          .violates(Severity.MEDIUM)
          .saying(
              Optional.ofNullable(key).orElse("a key of AWS") + " is none of the required keys");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "aws:kms, false, low",
    "aws:kms, true, compliant",
    "AES256, false, compliant",
    "aws:kms:dsse, false, compliant"
  })
  void aMissingBucketKeyIsLowWhereThereCanBeOne(
      String algorithm, boolean bucketKey, String verdict) {
    var judgement =
        check
            .with(WeakBucketEncryption.REQUIRE_BUCKET_KEY, true)
            .judging(encrypted(algorithm, Optional.empty(), bucketKey));

    if (verdict.equals("compliant")) {
      judgement.isCompliant();
    } else {
      judgement.violates(Severity.LOW).saying("no bucket key");
    }
  }

  @Test
  void allFaultsAreToldTogether() {
    check
        .with(WeakBucketEncryption.REQUIRED_ALGORITHM, "aws:kms:dsse")
        .with(WeakBucketEncryption.REQUIRED_KEYS, List.of(KEY))
        .with(WeakBucketEncryption.REQUIRE_BUCKET_KEY, true)
        .judging(encrypted("aws:kms", Optional.of("alias/logs"), false))
        .violates(Severity.MEDIUM)
        .saying(
            "aws:kms where aws:kms:dsse is required; alias/logs is none of the required keys;"
                + " no bucket key")
        .withDetail(
            "encryption",
            Value.fields()
                .put("algorithm", "aws:kms")
                .put("kms_key", "alias/logs")
                .put("bucket_key", false)
                .build());
  }

  @Test
  void onlyTheEncryptionDecides() {
    check.deniedTable(
        facets -> plain().encrypted(new Encryption.None()).with(facets),
        Map.of(
            "acl", "medium",
            "ownership", "medium",
            "policy", "medium",
            "policy_status", "medium",
            "encryption", "unknown",
            "access_block", "medium",
            "account_access_block", "medium",
            "tags", "medium"));
  }

  @Test
  void deniedTagsAreNamed() {
    check
        .judging(plain().encrypted(new Encryption.None()).with(Facets.refusing("tags")))
        .violates(Severity.MEDIUM)
        .without(S3Calls.GET_TAGGING);
  }
}
