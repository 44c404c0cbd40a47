package dev.hammer.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExposureTest {

  @Test
  void tellsStatementByStatement() {
    Exposure exposure =
        Judging.judge(
            ResourceKind.S3_BUCKET,
            """
            {'Sid': 'Deploy', 'Effect': 'Allow', 'Principal': {'AWS': '111122223333'},
             'Action': 's3:*', 'Resource': '*'},
            {'Sid': 'Web', 'Effect': 'Allow', 'Principal': '*', 'NotAction': ['s3:Put*'],
             'Resource': 'arn:aws:s3:::box/*',
             'Condition': {'Bool': {'aws:SecureTransport': true}}},
            {'Effect': 'Deny', 'Principal': '*', 'Action': 's3:*', 'Resource': '*',
             'Condition': {'StringNotEquals': {'aws:SourceVpce': 'vpce-1a2b3c4d'},
                           'StringEquals': {'aws:Referer': 'x'}}}
            """);
    assertThat(exposure.verdict().label()).isEqualTo("public");
    assertThat(exposure.isPublic()).isTrue();
    assertThat(exposure.publicAccess()).isEqualTo(AccessGrade.PERMISSIONS);
    assertThat(exposure.why())
        .isEqualTo(
            "Statement 1 (Web): It lets in everyone, signed in or not, and its condition does not"
                + " narrow that.");
    assertThat(exposure.statements())
        .containsExactly(
            new StatementJudgement(
                0,
                Optional.of("Deploy"),
                Effect.ALLOW,
                Audience.INTERNAL,
                List.of("111122223333"),
                List.of("s3:*"),
                List.of("*"),
                List.of(),
                AccessGrade.PERMISSIONS,
                false,
                "It lets in the own account 111122223333."),
            new StatementJudgement(
                1,
                Optional.of("Web"),
                Effect.ALLOW,
                Audience.PUBLIC,
                List.of("*"),
                List.of("not s3:Put*"),
                List.of("arn:aws:s3:::box/*"),
                List.of(
                    new ConditionJudgement(
                        "Bool",
                        "aws:SecureTransport",
                        List.of("true"),
                        false,
                        "Narrows nothing: a stranger can make it so; it says nothing about who"
                            + " calls.")),
                AccessGrade.PERMISSIONS,
                false,
                "It lets in everyone, signed in or not, and its condition does not narrow that."),
            new StatementJudgement(
                2,
                Optional.empty(),
                Effect.DENY,
                Audience.INTERNAL,
                List.of("*"),
                List.of("s3:*"),
                List.of("*"),
                List.of(
                    new ConditionJudgement(
                        "StringNotEquals",
                        "aws:SourceVpce",
                        List.of("vpce-1a2b3c4d"),
                        true,
                        "Catches everyone but whoever comes through the VPC endpoint"
                            + " vpce-1a2b3c4d."),
                    new ConditionJudgement(
                        "StringEquals",
                        "aws:Referer",
                        List.of("x"),
                        false,
                        "Does not catch every outsider.")),
                AccessGrade.NONE,
                false,
                "It denies, so it lets nobody in."));
  }

  @Test
  void saysWhatNarrows() {
    assertThat(
            why(Judging.allow("'*'", "{'StringEquals': {'aws:PrincipalOrgID': 'o-a1b2c3d4e5'}}")))
        .isEqualTo(
            "Statement 0: It lets in everyone, signed in or not, but of these only the own"
                + " organization o-a1b2c3d4e5.");
    assertThat(why(Judging.allow("'*'", "{'StringEquals': {'example:Unheard': 'x'}}")))
        .isEqualTo(
            "Statement 0: It lets in everyone, signed in or not, unless a condition narrows that"
                + " which cannot be judged: \"example:Unheard\" is not among the keys this library"
                + " knows.");
    assertThat(why(Judging.allow("'*'")))
        .endsWith("everyone, signed in or not, without any condition.");
  }

  @Test
  void noPolicyLetsNobodyIn() {
    Exposure exposure =
        new PolicyJudge(ResourceKind.SQS_QUEUE, Judging.TRUST).judge(PolicyDocument.none());
    assertThat(exposure)
        .isEqualTo(
            new Exposure(Audience.INTERNAL, false, List.of(), "No statement lets anybody in."));
    assertThat(exposure.publicAccess()).isEqualTo(AccessGrade.NONE);
  }

  @Test
  void tellsOnlyTheFirstOfManyAlike() {
    String many = String.join(", ", java.util.Collections.nCopies(50, Judging.allow("'*'")));
    Exposure exposure = Judging.judge(ResourceKind.S3_BUCKET, many);
    assertThat(exposure.statements()).hasSize(50);
    assertThat(exposure.why()).endsWith("And 47 more like these.").hasSizeLessThan(400);
  }

  @Test
  void audiencesHaveNamesAndAnOrder() {
    assertThat(Arrays.stream(Audience.values()).map(Audience::label))
        .containsExactly(
            "internal", "org", "cross_account", "service_unbound", "public_unclear", "public");
    assertThat(Audience.named("Public_Unclear")).contains(Audience.PUBLIC_UNCLEAR);
    assertThat(Audience.named("publik")).isEmpty();
    assertThat(Audience.PUBLIC.isAtLeast(Audience.PUBLIC_UNCLEAR)).isTrue();
    assertThat(Audience.ORG.isAtLeast(Audience.CROSS_ACCOUNT)).isFalse();
  }

  @Test
  void kindsHaveTheNamesOfCloudFormation() {
    assertThat(ResourceKind.named("AWS::S3::Bucket")).contains(ResourceKind.S3_BUCKET);
    assertThat(ResourceKind.named("aws::sqs::queue")).contains(ResourceKind.SQS_QUEUE);
    assertThat(ResourceKind.named("AWS::Moon::Base")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1111", "1111222233334", "11112222333a", "*"})
  void trustWantsAccountNumbers(String id) {
    assertThatThrownBy(() -> Trust.of(id)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Trust.nobody().withTrusted(Set.of(id)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Not an account number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "o-", "o-*", "r-a1b2", "o-A1B2C3D4E5"})
  void trustWantsAnOrganizationId(String id) {
    assertThatThrownBy(() -> Trust.nobody().withOrganization(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Not an organization id");
  }

  @Test
  void hostileNamesAreQuotedSafely() {
    Exposure exposure =
        Judging.judge(
            ResourceKind.S3_BUCKET,
            """
            {'Sid': '\\u001b[2J', 'Effect': 'Allow', 'Principal': {'AWS': 'x\\n\\u202ey'},
             'Action': '*', 'Condition': {'StringEquals': {'k\\u0000': '<b>'}}}
            """);
    assertThat(exposure.why()).doesNotContain("\n", "\u001b", "\u202e", "\u0000");
    assertThat(exposure.statements().getFirst().principals()).containsExactly("x\n\u202ey");
  }

  private static String why(String statement) {
    return Judging.judge(ResourceKind.SQS_QUEUE, statement).why();
  }
}
