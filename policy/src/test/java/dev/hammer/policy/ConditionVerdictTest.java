package dev.hammer.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConditionVerdictTest {

  /** Operators, each with a key and a value that would keep strangers out. */
  @ParameterizedTest
  @CsvSource({
    "StringEquals, ORG",
    "stringequals, ORG",
    "StringEqualsIgnoreCase, ORG",
    "StringLike, ORG",
    "ArnEquals, ORG",
    "ArnLike, ORG",
    "ForAnyValue:StringEquals, ORG",
    "foranyvalue:stringlike, ORG",
    "StringEqualsIfExists, PUBLIC",
    "StringLikeIfExists, PUBLIC",
    "ArnLikeIfExists, PUBLIC",
    "ForAnyValue:StringEqualsIfExists, PUBLIC",
    "ForAllValues:StringEquals, PUBLIC",
    "ForAllValues:StringLikeIfExists, PUBLIC",
    "StringNotEquals, PUBLIC",
    "StringNotEqualsIgnoreCase, PUBLIC",
    "StringNotLike, PUBLIC",
    "ArnNotEquals, PUBLIC",
    "ArnNotLike, PUBLIC",
    "NotIpAddress, PUBLIC",
    "ForAnyValue:StringNotEquals, PUBLIC",
    "StringNotEqualsIfExists, PUBLIC",
    "Null, PUBLIC",
    "Bool, PUBLIC",
    "NumericEquals, PUBLIC",
    "NumericLessThanEquals, PUBLIC",
    "DateLessThan, PUBLIC",
    "DateGreaterThanEqualsIfExists, PUBLIC",
    "StringMatches, PUBLIC_UNCLEAR",
    "BinaryEquals, PUBLIC_UNCLEAR",
    "ForSomeValues:StringEquals, PUBLIC_UNCLEAR",
    "NumericAbout, PUBLIC_UNCLEAR",
    "'', PUBLIC_UNCLEAR"
  })
  void operators(String operator, Audience expected) {
    assertVerdict(
        ResourceKind.SQS_QUEUE,
        "{'" + operator + "': {'aws:PrincipalOrgID': '" + Judging.ORGANIZATION + "'}}",
        expected);
  }

  /** Keys and values under an operator that demands a match. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aws:PrincipalOrgID | o-a1b2c3d4e5 | ORG",
        "AWS:principalorgid | o-a1b2c3d4e5 | ORG",
        "aws:PrincipalOrgID | o-z9y8x7w6v5 | CROSS_ACCOUNT",
        "aws:PrincipalOrgID | o-* | PUBLIC",
        "aws:PrincipalOrgID | * | PUBLIC",
        "aws:PrincipalOrgID | o-a1b2c3d4e? | PUBLIC",
        "aws:PrincipalOrgID | ${aws:ResourceOrgID} | PUBLIC",
        "aws:PrincipalOrgID | my organization | PUBLIC_UNCLEAR",
        "aws:PrincipalOrgPaths | o-a1b2c3d4e5/* | ORG",
        "aws:PrincipalOrgPaths | o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/ | ORG",
        "aws:PrincipalOrgPaths | o-z9y8x7w6v5/* | CROSS_ACCOUNT",
        "aws:PrincipalOrgPaths | o-a1b2*/r-1 | PUBLIC",
        "aws:PrincipalOrgPaths | * | PUBLIC",
        "aws:PrincipalAccount | 111122223333 | INTERNAL",
        "aws:PrincipalAccount | 222233334444 | INTERNAL",
        "aws:PrincipalAccount | 444455556666 | CROSS_ACCOUNT",
        "aws:PrincipalAccount | 1111* | PUBLIC",
        "aws:PrincipalAccount | ${aws:ResourceAccount} | PUBLIC",
        "aws:PrincipalAccount | 1111 | PUBLIC_UNCLEAR",
        "aws:PrincipalArn | arn:aws:iam::111122223333:role/deploy | INTERNAL",
        "aws:PrincipalArn | arn:aws-us-gov:iam::111122223333:role/deploy | INTERNAL",
        "aws:PrincipalArn | arn:aws:iam::444455556666:role/deploy | CROSS_ACCOUNT",
        "aws:PrincipalArn | arn:aws:iam::111122223333:role/* | INTERNAL",
        "aws:PrincipalArn | arn:*:iam::111122223333:* | INTERNAL",
        "aws:PrincipalArn | arn:aws:iam::*:role/deploy | PUBLIC",
        "aws:PrincipalArn | arn:aws:iam::1111*:role/deploy | PUBLIC",
        "aws:PrincipalArn | arn:aws:iam::111122223333:user/${aws:username} | PUBLIC",
        "aws:PrincipalArn | * | PUBLIC",
        "aws:PrincipalArn | deploy | PUBLIC_UNCLEAR",
        "aws:SourceAccount | 111122223333 | INTERNAL",
        "aws:SourceAccount | 444455556666 | CROSS_ACCOUNT",
        "aws:SourceAccount | * | PUBLIC",
        "AWS:SourceOwner | 111122223333 | INTERNAL",
        "aws:SourceOrgID | o-a1b2c3d4e5 | ORG",
        "aws:SourceOrgPaths | o-a1b2c3d4e5/r-ab12/* | ORG",
        "aws:SourceArn | arn:aws:sns:eu-west-1:111122223333:topic | INTERNAL",
        "aws:SourceArn | arn:aws:sns:*:111122223333:* | INTERNAL",
        "aws:SourceArn | arn:aws-cn:sns:*:111122223333:* | INTERNAL",
        "aws:SourceArn | arn:aws:*:*:444455556666:* | CROSS_ACCOUNT",
        "aws:SourceArn | arn:aws:sns:*:*:* | PUBLIC",
        "aws:SourceArn | arn:aws:sns:eu-west-1:*:topic | PUBLIC",
        "aws:SourceArn | arn:aws:s3:::box | CROSS_ACCOUNT",
        "aws:SourceArn | arn:aws:s3:*:*:box | CROSS_ACCOUNT",
        "aws:SourceArn | arn:aws:s3:::box-* | PUBLIC",
        "aws:SourceArn | arn:aws:s3:::* | PUBLIC",
        "aws:SourceArn | arn:aws:s3:*:*:* | PUBLIC",
        "aws:SourceArn | arn:aws:route53:::hostedzone/Z1 | CROSS_ACCOUNT",
        "aws:SourceArn | arn:aws:sns:eu-west-1::* | PUBLIC",
        "aws:SourceArn | * | PUBLIC",
        "aws:SourceArn | topic | PUBLIC_UNCLEAR",
        "aws:SourceVpc | vpc-91237329 | CROSS_ACCOUNT",
        "aws:SourceVpc | vpc-* | PUBLIC",
        "aws:SourceVpc | * | PUBLIC",
        "aws:SourceVpc | main | PUBLIC_UNCLEAR",
        "aws:SourceVpce | vpce-1a2b3c4d | CROSS_ACCOUNT",
        "aws:SourceVpce | vpce-1a2b3c4? | PUBLIC",
        "aws:SourceIp | 54.240.143.0/24 | CROSS_ACCOUNT",
        "aws:SourceIp | 54.240.143.7 | CROSS_ACCOUNT",
        "aws:SourceIp | 54.240.143.7/24 | CROSS_ACCOUNT",
        "aws:SourceIp | 2600:1f00::/32 | CROSS_ACCOUNT",
        "aws:SourceIp | 10.0.0.0/8 | INTERNAL",
        "aws:SourceIp | 0.0.0.0/0 | PUBLIC",
        "aws:SourceIp | 0.0.0.0/1 | PUBLIC",
        "aws:SourceIp | 8.0.0.0/7 | PUBLIC",
        "aws:SourceIp | 8.0.0.0/8 | CROSS_ACCOUNT",
        "aws:SourceIp | ::/0 | PUBLIC",
        "aws:SourceIp | 2600::/31 | PUBLIC",
        "aws:SourceIp | ${aws:VpcSourceIp} | PUBLIC",
        "aws:SourceIp | 54.* | PUBLIC",
        "aws:SourceIp | office | PUBLIC_UNCLEAR",
        "aws:VpcSourceIp | 10.0.0.0/8 | PUBLIC",
        "aws:userid | AIDACKCEVSQ6C2EXAMPLE | CROSS_ACCOUNT",
        "aws:userid | AROADBQP57FF2AEXAMPLE:ann | CROSS_ACCOUNT",
        "aws:userid | AROADBQP57FF2AEXAMPLE:* | CROSS_ACCOUNT",
        "aws:userid | AROADBQP57FF2*:ann | PUBLIC",
        "aws:userid | *:ann | PUBLIC",
        "aws:userid | ann | PUBLIC_UNCLEAR",
        "aws:userid | 111122223333 | INTERNAL",
        "s3:DataAccessPointArn | arn:aws:s3:eu-west-1:111122223333:accesspoint/* | INTERNAL",
        "s3:DataAccessPointArn | arn:aws:s3:*:444455556666:accesspoint/ap | CROSS_ACCOUNT",
        "s3:DataAccessPointArn | arn:aws:s3:eu-west-1:*:accesspoint/ap | PUBLIC",
        "s3:DataAccessPointAccount | 111122223333 | INTERNAL",
        "s3:DataAccessPointAccount | * | PUBLIC",
        "kms:CallerAccount | 111122223333 | INTERNAL",
        "kms:ViaService | s3.eu-west-1.amazonaws.com | PUBLIC",
        "lambda:FunctionUrlAuthType | NONE | PUBLIC",
        "aws:ResourceOrgID | o-a1b2c3d4e5 | PUBLIC",
        "aws:ResourceAccount | 111122223333 | PUBLIC",
        "aws:Referer | https://example.com/ | PUBLIC",
        "aws:UserAgent | secret | PUBLIC",
        "s3:x-amz-acl | public-read | PUBLIC",
        "s3:prefix | home/ | PUBLIC",
        "s3:ExistingObjectTag/class | public | PUBLIC",
        "s3:x-amz-server-side-encryption | AES256 | PUBLIC",
        "s3:x-amz-server-side-encryption-aws-kms-key-id | key | PUBLIC",
        "sns:Protocol | https | PUBLIC",
        "sns:Endpoint | https://example.com/ | PUBLIC",
        "aws:CalledVia | athena.amazonaws.com | PUBLIC",
        "aws:ViaAWSService | true | PUBLIC",
        "aws:PrincipalIsAWSService | true | SERVICE_UNBOUND",
        "aws:PrincipalTag/team | blue | PUBLIC_UNCLEAR",
        "sts:ExternalId | 42 | PUBLIC_UNCLEAR",
        "example:Unheard | x | PUBLIC_UNCLEAR"
      })
  void keys(String key, String value, Audience expected) {
    assertVerdict(
        ResourceKind.SQS_QUEUE, "{'StringLike': {'" + key + "': '" + value + "'}}", expected);
    assertVerdict(
        ResourceKind.SQS_QUEUE,
        "{'ForAnyValue:StringLike': {'"
            + key.toUpperCase(java.util.Locale.ROOT)
            + "': ['"
            + value
            + "']}}",
        expected);
    assertVerdict(
        ResourceKind.SQS_QUEUE,
        "{'StringLikeIfExists': {'" + key + "': '" + value + "'}}",
        Audience.PUBLIC);
    assertVerdict(
        ResourceKind.SQS_QUEUE,
        "{'StringNotLike': {'" + key + "': '" + value + "'}}",
        Audience.PUBLIC);
  }

  /** Where S3 draws the line elsewhere. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aws:PrincipalArn | arn:aws:iam::111122223333:role/deploy | INTERNAL",
        "aws:PrincipalArn | arn:aws:iam::111122223333:role/* | PUBLIC",
        "aws:PrincipalArn | arn:*:iam::111122223333:role/deploy | PUBLIC",
        "aws:userid | AROADBQP57FF2AEXAMPLE:* | PUBLIC_UNCLEAR",
        "aws:userid | AROADBQP57FF2AEXAMPLE:ann | CROSS_ACCOUNT",
        "s3:DataAccessPointArn | arn:aws:s3:eu-west-1:111122223333:accesspoint/* | INTERNAL",
        "aws:SourceArn | arn:aws:sns:*:111122223333:* | INTERNAL"
      })
  void keysOfBuckets(String key, String value, Audience expected) {
    assertVerdict(
        ResourceKind.S3_BUCKET, "{'StringLike': {'" + key + "': '" + value + "'}}", expected);
  }

  @Test
  void anAccessPointMustNotDelegateToAnyAccessPoint() {
    String condition =
        "{'StringLike': {'s3:DataAccessPointArn': 'arn:aws:s3:eu-west-1:111122223333:accesspoint/*'}}";
    assertVerdict(ResourceKind.S3_ACCESS_POINT, condition, Audience.PUBLIC);
  }

  /** All values of a test must be fixed; one of several tests is enough. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'StringLike': {'aws:PrincipalAccount': ['111122223333', '*']}} | PUBLIC",
        "{'StringLike': {'aws:PrincipalAccount': ['111122223333', '444455556666']}} | CROSS_ACCOUNT",
        "{'StringLike': {'aws:PrincipalAccount': ['111122223333', 'x']}} | PUBLIC_UNCLEAR",
        "{'StringEquals': {'aws:PrincipalAccount': []}} | PUBLIC",
        "{'IpAddress': {'aws:SourceIp': []}} | PUBLIC",
        "{'IpAddress': {'aws:SourceIp': ['54.240.143.0/24', '0.0.0.0/0']}} | PUBLIC",
        "{'IpAddress': {'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1']}} | PUBLIC",
        "{'IpAddress': {'aws:SourceIp': ['8.0.0.0/9', '8.128.0.0/9']}} | CROSS_ACCOUNT",
        "{'IpAddress': {'aws:SourceIp': ['10.0.0.0/8', '172.16.0.0/12']}} | INTERNAL",
        "{'IpAddress': {'aws:SourceIp': ['10.0.0.0/8', 'office']}} | PUBLIC_UNCLEAR",
        "{'IpAddressIfExists': {'aws:SourceIp': '54.240.143.0/24'}} | PUBLIC",
        "{'IpAddress': {'aws:SourceIp': '0.0.0.0/0'}, 'StringEquals': {'aws:PrincipalOrgID': 'o-a1b2c3d4e5'}} | ORG",
        "{'IpAddress': {'aws:SourceIp': '0.0.0.0/0'}, 'StringEquals': {'aws:SourceVpce': 'vpce-1a2b3c4d'}} | CROSS_ACCOUNT",
        "{'StringEquals': {'aws:SourceVpce': 'vpce-1a2b3c4d', 'aws:PrincipalOrgID': 'o-a1b2c3d4e5'}} | ORG",
        "{'StringEquals': {'aws:SourceVpc': 'vpc-91237329'}, 'IpAddress': {'aws:VpcSourceIp': '10.0.0.0/8'}} | CROSS_ACCOUNT",
        "{'Bool': {'aws:SecureTransport': true}} | PUBLIC",
        "{'Bool': {'aws:MultiFactorAuthPresent': 'true'}} | PUBLIC",
        "{'Bool': {'aws:PrincipalIsAWSService': true}} | SERVICE_UNBOUND",
        "{'Bool': {'aws:PrincipalIsAWSService': 'false'}} | PUBLIC",
        "{'BoolIfExists': {'aws:PrincipalIsAWSService': 'true'}} | PUBLIC",
        "{'Bool': {'aws:PrincipalIsAWSService': true}, 'StringEquals': {'aws:SourceAccount': '111122223333'}} | INTERNAL",
        "{'Bool': {'elasticfilesystem:AccessedViaMountTarget': 'true'}} | PUBLIC",
        "{'Null': {'aws:PrincipalOrgID': 'false'}} | PUBLIC",
        "{'Null': {'aws:PrincipalOrgID': true}} | PUBLIC",
        "{'ForAllValues:StringEquals': {'aws:PrincipalOrgID': 'o-a1b2c3d4e5'}, 'Null': {'aws:PrincipalOrgID': 'false'}} | ORG",
        "{'StringEqualsIfExists': {'aws:PrincipalOrgID': 'o-a1b2c3d4e5'}, 'Null': {'AWS:PrincipalOrgId': false}} | ORG",
        "{'StringEqualsIfExists': {'aws:PrincipalOrgID': 'o-a1b2c3d4e5'}, 'Null': {'aws:PrincipalOrgID': 'true'}} | PUBLIC",
        "{'StringEqualsIfExists': {'aws:PrincipalOrgID': 'o-a1b2c3d4e5'}, 'Null': {'aws:PrincipalArn': 'false'}} | PUBLIC",
        "{'StringEquals': {'example:Unheard': 'x', 'aws:Referer': 'y'}} | PUBLIC_UNCLEAR",
        "{'StringEquals': {'example:Unheard': 'x', 'aws:PrincipalAccount': '111122223333'}} | INTERNAL",
        "{'DateGreaterThan': {'aws:CurrentTime': '2024-01-01T00:00:00Z'}} | PUBLIC",
        "{} | PUBLIC"
      })
  void conditionsTogether(String condition, Audience expected) {
    assertVerdict(ResourceKind.SQS_QUEUE, condition, expected);
  }

  @Test
  void mountTargetsNarrowFileSystems() {
    assertVerdict(
        ResourceKind.EFS_FILE_SYSTEM,
        "{'Bool': {'elasticfilesystem:AccessedViaMountTarget': 'true'}}",
        Audience.INTERNAL);
  }

  /** A service is bound only by what tells for whom it calls. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'ArnLike': {'aws:SourceArn': 'arn:aws:sns:*:111122223333:*'}} | INTERNAL",
        "{'StringEquals': {'aws:SourceAccount': '111122223333'}} | INTERNAL",
        "{'StringEquals': {'aws:SourceAccount': '444455556666'}} | CROSS_ACCOUNT",
        "{'StringEquals': {'aws:SourceOrgID': 'o-a1b2c3d4e5'}} | ORG",
        "{'ForAnyValue:StringLike': {'aws:SourceOrgPaths': 'o-a1b2c3d4e5/*'}} | ORG",
        "{'ArnLike': {'aws:SourceArn': 'arn:aws:s3:*:*:box'}} | CROSS_ACCOUNT",
        "{'ArnLike': {'aws:SourceArn': 'arn:aws:s3:::box'}, 'StringEquals': {'aws:SourceAccount': '111122223333'}} | INTERNAL",
        "{'ArnLike': {'aws:SourceArn': 'arn:aws:sns:*:*:*'}} | SERVICE_UNBOUND",
        "{'StringEqualsIfExists': {'aws:SourceAccount': '111122223333'}} | SERVICE_UNBOUND",
        "{'StringEquals': {'aws:PrincipalOrgID': 'o-a1b2c3d4e5'}} | SERVICE_UNBOUND",
        "{'Bool': {'aws:SecureTransport': 'true'}} | SERVICE_UNBOUND",
        "{'StringEquals': {'example:Unheard': 'x'}} | SERVICE_UNBOUND"
      })
  void services(String condition, Audience expected) {
    Exposure exposure =
        Judging.judge(
            ResourceKind.SQS_QUEUE, Judging.allow("{'Service': 'sns.amazonaws.com'}", condition));
    assertThat(exposure.verdict()).isEqualTo(expected);
    Judging.assertExplained(exposure);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ForAllValues:StringEquals", "StringEqualsIfExists", "StringNotEquals", "Null"})
  void saysWhichConditionNarrowsNothing(String operator) {
    Exposure exposure =
        Judging.judge(
            ResourceKind.S3_BUCKET,
            Judging.allow("'*'", "{'" + operator + "': {'aws:PrincipalAccount': 'false'}}"));
    assertThat(exposure.statements().getFirst().conditions())
        .singleElement()
        .satisfies(
            test -> {
              assertThat(test.operator()).isEqualTo(operator);
              assertThat(test.key()).isEqualTo("aws:PrincipalAccount");
              assertThat(test.values()).isEqualTo(List.of("false"));
              assertThat(test.restricts()).isFalse();
              assertThat(test.why()).startsWith("Narrows nothing: ");
            });
  }

  @Test
  void withoutOwnOrganizationAnyOrganizationCounts() {
    String text =
        """
        {"Statement": {"Effect": "Allow", "Principal": "*", "Action": "*",
         "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-z9y8x7w6v5"}}}}
        """;
    assertThat(
            new PolicyJudge(ResourceKind.S3_BUCKET, Trust.of(Judging.OWN))
                .judge(Judging.document(text))
                .verdict())
        .isEqualTo(Audience.ORG);
  }

  private static void assertVerdict(ResourceKind kind, String condition, Audience expected) {
    Exposure exposure = Judging.judge(kind, Judging.allow("'*'", condition));
    assertThat(exposure.verdict()).as(condition).isEqualTo(expected);
    Judging.assertExplained(exposure);
    boolean restricts =
        exposure.statements().getFirst().conditions().stream()
            .anyMatch(ConditionJudgement::restricts);
    assertThat(restricts).as(condition).isEqualTo(!expected.isPublic());
  }
}
