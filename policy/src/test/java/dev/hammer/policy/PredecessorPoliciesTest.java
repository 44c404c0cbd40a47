package dev.hammer.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The predecessor's test cases for buckets and queues, and those it got wrong. */
final class PredecessorPoliciesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'*' | {} | true",
        "{'AWS': '*'} | {} | true",
        "{'AWS': ['arn:aws:iam::111122223333:root', 'arn:aws:iam::444455556666:root']} | {} | false",
        "'*' | {'IpAddress': {'aws:SourceIp': '54.240.143.0/24'}} | false",
        "'*' | {'IpAddress': {'aws:SourceIp': '0.0.0.0/0'}} | true",
        "'*' | {'IpAddress': {'aws:SourceIp': ['54.240.143.0/24', '0.0.0.0/0']}} | true",
        // Missed by the predecessor
        "{'AWS': ['*']} | {} | true",
        "{'CanonicalUser': '*'} | {} | true",
        "{'Federated': '*'} | {} | true",
        "'*' | {'StringNotEquals': {'aws:PrincipalOrgID': 'o-a1b2c3d4e5'}} | true",
        "'*' | {'IpAddressIfExists': {'aws:SourceIp': '0.0.0.0/0'}} | true",
        "'*' | {'NotIpAddress': {'aws:SourceIp': '54.240.143.0/24'}} | true",
        "'*' | {'IpAddress': {'aws:SourceIp': '0.0.0.0/1'}} | true",
        "'*' | {'IpAddress': {'AWS:SOURCEIP': '0.0.0.0/0'}} | true",
        "'*' | {'IpAddress': {'aws:VpcSourceIp': '0.0.0.0/0'}} | true",
        "'*' | {'Bool': {'aws:SecureTransport': 'true'}} | true",
        "'*' | {'StringEquals': {'s3:x-amz-acl': 'public-read'}} | true",
        "'*' | {'StringLike': {'aws:Referer': 'https://example.com/*'}} | true",
        // Wrongly reported by the predecessor
        "'*' | {'IpAddress': {'aws:SourceIp': '0.0.0.0/0'}, 'StringEquals': {'aws:PrincipalOrgID': 'o-a1b2c3d4e5'}} | false",
        "'*' | {'IpAddress': {'aws:SourceIp': '0.0.0.0/0'}, 'StringEquals': {'aws:SourceVpce': 'vpce-1a2b3c4d'}} | false",
        "'*' | {'IpAddress': {'aws:SourceIp': '0.0.0.0/0'}, 'StringEquals': {'aws:SourceVpc': 'vpc-1a2b3c4d'}} | false",
        "'*' | {'IpAddress': {'aws:SourceIp': '0.0.0.0/0'}, 'StringEquals': {'aws:PrincipalAccount': '111122223333'}} | false",
        "'*' | {'IpAddress': {'aws:SourceIp': '0.0.0.0/0'}, 'ArnLike': {'aws:SourceArn': 'arn:aws:sns:*:111122223333:*'}} | false",
        "'*' | {'IpAddress': {'aws:SourceIp': '0.0.0.0/0'}, 'StringEquals': {'aws:SourceAccount': '111122223333'}} | false"
      })
  void judgesGrants(String principal, String condition, boolean isPublic) {
    for (ResourceKind kind : new ResourceKind[] {ResourceKind.S3_BUCKET, ResourceKind.SQS_QUEUE}) {
      Exposure exposure = Judging.judge(kind, Judging.allow(principal, condition));
      assertThat(exposure.verdict() == Audience.PUBLIC).as(condition).isEqualTo(isPublic);
      assertThat(exposure.isPublic()).isEqualTo(isPublic);
    }
  }

  @ParameterizedTest
  @EnumSource(ResourceKind.class)
  void aDenyAloneIsNoGrant(ResourceKind kind) {
    Exposure exposure =
        Judging.judge(
            kind,
            "{'Effect': 'Deny', 'NotPrincipal': {'AWS': '111122223333'}, 'Action': '*', 'Resource': '*'}");
    assertThat(exposure.verdict()).isEqualTo(Audience.INTERNAL);
    assertThat(exposure.why()).isEqualTo("No statement lets anybody in.");
  }
}
