package dev.hammer.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {
  private static final List<String> KNOWN =
      List.of("aws", "enabled", "reporting", "remediation", "s3_bucket_acl", "s3_encryption");

  @ParameterizedTest
  @CsvSource({
    "s3_bucket_acll, s3_bucket_acl",
    "s3-bucket-acl, s3_bucket_acl",
    "S3_Bucket_ACL, s3_bucket_acl",
    "s3_bukcet_acl, s3_bucket_acl",
    "enabeld, enabled",
    "enable, enabled",
    "reportings, reporting",
    "awss, aws",
    "swa, ",
    "labels, ",
    "severity, ",
    "my_own_notes, ",
  })
  void slipsOfTheHandAreRecognised(String word, String meant) {
    assertThat(NearMiss.of(word, KNOWN).orElse(null)).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({"abc, abc, 0", "abc, acb, 1", "abc, abcd, 1", "abc, xyz, 3", "ab, ba, 1"})
  void swapsCountOnce(String a, String b, int distance) {
    assertThat(NearMiss.distance(a, b)).isEqualTo(distance);
  }
}
