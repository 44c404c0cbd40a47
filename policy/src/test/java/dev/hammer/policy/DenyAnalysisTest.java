package dev.hammer.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Deny never makes a policy less public by its grants; it may mark it as narrowed. */
final class DenyAnalysisTest {

  private static final String OUTSIDERS =
      "{'StringNotEquals': {'aws:SourceVpce': 'vpce-1a2b3c4d'}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'StringNotEquals': {'aws:SourceVpce': 'vpce-1a2b3c4d'}} | true",
        "{'StringNotEquals': {'aws:SourceVpce': ['vpce-1a2b3c4d', 'vpce-5e6f7a8b']}} | true",
        "{'StringNotLike': {'aws:PrincipalOrgID': 'o-a1b2c3d4e5'}} | true",
        "{'ArnNotEquals': {'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/x'}} | true",
        "{'NotIpAddress': {'aws:SourceIp': ['54.240.143.0/24']}} | true",
        "{'ForAllValues:StringNotLike': {'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/*'}} | true",
        "{'StringNotEquals': {'aws:SourceVpce': 'vpce-1a2b3c4d', 'aws:PrincipalOrgID': 'o-a1b2c3d4e5'}} | true",
        "{'StringNotEquals': {'aws:PrincipalOrgID': 'o-a1b2c3d4e5'}, 'BoolIfExists': {'aws:PrincipalIsAWSService': 'false'}} | true",
        "{} | true",
        "{'StringNotEqualsIfExists': {'aws:SourceVpce': 'vpce-1a2b3c4d'}} | false",
        "{'ForAnyValue:StringNotLike': {'aws:PrincipalOrgPaths': 'o-a1b2c3d4e5/*'}} | false",
        "{'StringNotLike': {'aws:SourceVpce': 'vpce-*'}} | false",
        "{'StringNotEquals': {'aws:SourceVpce': ['vpce-1a2b3c4d', '*']}} | false",
        "{'StringNotEquals': {'aws:SourceVpce': []}} | false",
        "{'NotIpAddress': {'aws:SourceIp': []}} | false",
        "{'NotIpAddress': {'aws:SourceIp': '0.0.0.0/1'}} | false",
        "{'NotIpAddress': {'aws:VpcSourceIp': '10.0.0.0/8'}} | false",
        "{'StringNotEquals': {'aws:Referer': 'https://example.com/'}} | false",
        "{'StringNotEquals': {'example:Unheard': 'x'}} | false",
        "{'StringEquals': {'aws:SourceVpce': 'vpce-1a2b3c4d'}} | false",
        "{'Bool': {'aws:SecureTransport': 'false'}} | false",
        "{'Null': {'aws:PrincipalOrgID': 'true'}} | false",
        "{'Bool': {'aws:PrincipalIsAWSService': 'true'}} | false",
        "{'StringNotEquals': {'aws:SourceVpce': 'vpce-1a2b3c4d'}, 'Bool': {'aws:SecureTransport': 'false'}} | false"
      })
  void conditionsMustCatchEveryOutsider(String condition, boolean narrows) {
    assertNarrowed(Judging.allow("'*'") + ", " + deny("'*'", "'*'", "'*'", condition), narrows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'*' | true",
        "{'AWS': '*'} | true",
        "{'AWS': ['444455556666', '*']} | true",
        "{'AWS': '444455556666'} | false",
        "{'AWS': 'arn:aws:iam::*:root'} | false",
        "{'Service': '*'} | false",
        "{} | false"
      })
  void itMustCatchAllPrincipals(String principal, boolean narrows) {
    assertNarrowed(Judging.allow("'*'") + ", " + deny(principal, "'*'", "'*'", OUTSIDERS), narrows);
  }

  @Test
  void aDenyToAllButSomeIsNotTrusted() {
    String deny = deny("{'AWS': '111122223333'}", "'*'", "'*'", "{}");
    assertNarrowed(
        Judging.allow("'*'") + ", " + deny.replace("'Principal'", "'NotPrincipal'"), false);
    String denyNobody = deny("'*'", "'*'", "'*'", "{}").replace("'Principal'", "'NotPrincipal'");
    assertNarrowed(Judging.allow("'*'") + ", " + denyNobody, false);
  }

  /** What is allowed, what is denied. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'s3:GetObject' | 's3:GetObject' | true",
        "'s3:GetObject' | 'S3:getobject' | true",
        "'s3:GetObject' | 's3:Get*' | true",
        "'s3:GetObject' | 's3:Get?bject' | true",
        "['s3:GetObject', 's3:PutObject'] | 's3:*' | true",
        "['s3:GetObject', 's3:PutObject'] | ['s3:Get*', 's3:Put*'] | true",
        "'s3:*' | '*' | true",
        "'*' | 's3:*' | true",
        "'s3:Get*' | 's3:GetObject*' | false",
        "'s3:Get*' | 's3:Get????' | false",
        "['s3:GetObject', 's3:PutObject'] | 's3:Get*' | false",
        "'s3:GetObject' | 's3:PutObject' | false",
        "'s3:*' | 's3:GetObject' | false",
        "'s3:GetObject' | 'sqs:*' | false"
      })
  void itMustCoverTheActions(String allowed, String denied, boolean narrows) {
    String allow = Judging.allow("'*'").replace("'s3:GetObject'", allowed);
    assertNarrowed(allow + ", " + deny("'*'", denied, "'*'", OUTSIDERS), narrows);
  }

  @Test
  void itMustCoverExcludedActionsToo() {
    String allow =
        Judging.allow("'*'").replace("'Action': 's3:GetObject'", "'NotAction': 's3:Put*'");
    assertNarrowed(allow + ", " + deny("'*'", "'s3:*'", "'*'", OUTSIDERS), true);
    assertNarrowed(allow + ", " + deny("'*'", "'s3:Get*'", "'*'", OUTSIDERS), false);
    String denyNot =
        deny("'*'", "'s3:PutObject'", "'*'", OUTSIDERS).replace("'Action'", "'NotAction'");
    assertNarrowed(allow + ", " + denyNot, true);
    assertNarrowed(Judging.allow("'*'") + ", " + denyNot, true);
    String denyNotGet = denyNot.replace("s3:PutObject", "s3:Get*");
    assertNarrowed(Judging.allow("'*'") + ", " + denyNotGet, false);
    assertNarrowed(allow + ", " + denyNotGet, false);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'*' | true",
        "'arn:aws:s3:::box/*' | true",
        "['arn:aws:s3:::box', 'arn:aws:s3:::box/*'] | true",
        "'arn:aws:s3:::*' | true",
        "'arn:aws:s3:::box' | false",
        "'arn:aws:s3:::box/public/*' | false",
        "'arn:aws:s3:::BOX/*' | false"
      })
  void itMustCoverTheResources(String denied, boolean narrows) {
    assertNarrowed(Judging.allow("'*'") + ", " + deny("'*'", "'*'", denied, OUTSIDERS), narrows);
  }

  @Test
  void everyPublicStatementMustBeNarrowed() {
    String denyRead = deny("'*'", "'s3:GetObject'", "'*'", OUTSIDERS);
    String write = Judging.allow("'*'").replace("GetObject", "PutObject");
    assertNarrowed(Judging.allow("'*'") + ", " + denyRead, true);
    assertNarrowed(Judging.allow("'*'") + ", " + write + ", " + denyRead, false);
    Exposure exposure =
        Judging.judge(
            ResourceKind.S3_BUCKET,
            Judging.allow("'*'").replace("GetObject", "*")
                + ", "
                + Judging.allow("'*'").replace("GetObject", "ListBucket")
                + ", "
                + deny("'*'", "'s3:*'", "'*'", OUTSIDERS));
    assertThat(exposure.narrowedByDeny()).isTrue();
    assertThat(exposure.publicAccess()).isEqualTo(AccessGrade.PERMISSIONS);
  }

  @Test
  void whatIsTakenAwayDoesNotCountAsAccess() {
    Exposure exposure =
        Judging.judge(
            ResourceKind.S3_BUCKET,
            Judging.allow("'*'").replace("GetObject", "ListBucket")
                + ", "
                + Judging.allow("'*'").replace("GetObject", "PutObject")
                + ", "
                + deny("'*'", "'s3:PutObject'", "'*'", OUTSIDERS));
    assertThat(exposure.narrowedByDeny()).isFalse();
    assertThat(exposure.publicAccess()).isEqualTo(AccessGrade.LIST);
  }

  @Test
  void anUnclearStatementCanBeNarrowedToo() {
    String unclear = Judging.allow("'*'", "{'StringEquals': {'example:Unheard': 'x'}}");
    Exposure exposure =
        Judging.judge(
            ResourceKind.S3_BUCKET, unclear + ", " + deny("'*'", "'*'", "'*'", OUTSIDERS));
    assertThat(exposure.verdict()).isEqualTo(Audience.PUBLIC_UNCLEAR);
    assertThat(exposure.narrowedByDeny()).isTrue();
  }

  @Test
  void whatIsNotPublicIsNotCalledNarrowed() {
    Exposure exposure =
        Judging.judge(
            ResourceKind.S3_BUCKET,
            Judging.allow("{'AWS': '444455556666'}") + ", " + deny("'*'", "'*'", "'*'", OUTSIDERS));
    assertThat(exposure.verdict()).isEqualTo(Audience.CROSS_ACCOUNT);
    assertThat(exposure.narrowedByDeny()).isFalse();
  }

  private static void assertNarrowed(String statements, boolean narrows) {
    Exposure exposure = Judging.judge(ResourceKind.S3_BUCKET, statements);
    assertThat(exposure.verdict()).isEqualTo(Audience.PUBLIC);
    assertThat(exposure.narrowedByDeny()).as(statements).isEqualTo(narrows);
    if (narrows) {
      assertThat(exposure.why()).contains("denies it to outsiders");
    }
    Judging.assertExplained(exposure);
  }

  private static String deny(String principal, String action, String resource, String condition) {
    return "{'Effect': 'Deny', 'Principal': "
        + principal
        + ", 'Action': "
        + action
        + ", 'Resource': "
        + resource
        + ", 'Condition': "
        + condition
        + "}";
  }
}
