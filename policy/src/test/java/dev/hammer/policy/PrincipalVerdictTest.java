package dev.hammer.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrincipalVerdictTest {

  private static final String CANONICAL =
      "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'*' | PUBLIC",
        "['*'] | PUBLIC",
        "{'AWS': '*'} | PUBLIC",
        "{'AWS': ['*']} | PUBLIC",
        "{'aws': '*'} | PUBLIC",
        "{'AWS': ['111122223333', '*']} | PUBLIC",
        "{'AWS': ' * '} | PUBLIC",
        "{'AWS': 'arn:aws:iam::*:root'} | PUBLIC",
        "{'AWS': 'arn:aws:iam::11112222*:root'} | PUBLIC",
        "{'AWS': 'arn:aws:iam::111122223333:role/*'} | PUBLIC",
        "{'AWS': 'arn:aws:iam::11112222333?:root'} | PUBLIC",
        "{'CanonicalUser': '*'} | PUBLIC",
        "{'Federated': '*'} | PUBLIC",
        "{'Service': '*'} | PUBLIC",
        "{'AWS': 'somebody'} | PUBLIC_UNCLEAR",
        "{'AWS': ''} | PUBLIC_UNCLEAR",
        "{'AWS': '1111222233334'} | PUBLIC_UNCLEAR",
        "{'AWS': 'arn:aws:s3:::box'} | PUBLIC_UNCLEAR",
        "{'AWS': 'AROBOTICALLYNAMED'} | PUBLIC_UNCLEAR",
        "{'CanonicalUser': 'abc'} | PUBLIC_UNCLEAR",
        "{'Federated': 'idp.example.com'} | PUBLIC_UNCLEAR",
        "{'Service': 'sns'} | PUBLIC_UNCLEAR",
        "{'Service': '10.0.0.1'} | PUBLIC_UNCLEAR",
        "{'Service': 'sns.amazonaws.com'} | SERVICE_UNBOUND",
        "{'Service': ['sns.amazonaws.com', 's3.amazonaws.com']} | SERVICE_UNBOUND",
        "{'Service': 'states.cn-north-1.amazonaws.com.cn'} | SERVICE_UNBOUND",
        "{'AWS': '111122223333'} | INTERNAL",
        "{'AWS': 111122223333} | INTERNAL",
        "{'AWS': 'arn:aws:iam::111122223333:root'} | INTERNAL",
        "{'AWS': 'arn:aws-cn:iam::111122223333:root'} | INTERNAL",
        "{'AWS': 'arn:aws-us-gov:iam::111122223333:user/path/ann'} | INTERNAL",
        "{'AWS': 'arn:aws:sts::111122223333:assumed-role/deploy/session'} | INTERNAL",
        "{'AWS': 'arn:aws:sts::111122223333:federated-user/ann'} | INTERNAL",
        "{'AWS': '222233334444'} | INTERNAL",
        "{'AWS': '444455556666'} | CROSS_ACCOUNT",
        "{'AWS': 'arn:aws:iam::444455556666:root'} | CROSS_ACCOUNT",
        "{'AWS': ['111122223333', 'arn:aws-cn:iam::444455556666:role/x']} | CROSS_ACCOUNT",
        "{'AWS': '444455556666', 'Service': 'sns.amazonaws.com'} | SERVICE_UNBOUND",
        "{'AWS': 'AIDACKCEVSQ6C2EXAMPLE'} | INTERNAL",
        "{'AWS': 'AROADBQP57FF2AEXAMPLE'} | INTERNAL",
        "{'AWS': 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1X'} | CROSS_ACCOUNT",
        "{'CanonicalUser': '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be'} | CROSS_ACCOUNT",
        "{'Federated': 'accounts.google.com'} | PUBLIC",
        "{'Federated': 'graph.facebook.com'} | PUBLIC",
        "{'Federated': 'www.amazon.com'} | PUBLIC",
        "{'Federated': 'cognito-identity.amazonaws.com'} | PUBLIC",
        "{'Federated': 'arn:aws:iam::111122223333:oidc-provider/idp.example.com'} | PUBLIC",
        "{'Federated': 'arn:aws:iam::111122223333:saml-provider/staff'} | INTERNAL",
        "{'Federated': 'arn:aws:iam::444455556666:saml-provider/staff'} | CROSS_ACCOUNT",
        "{} | INTERNAL",
        "[] | INTERNAL",
        "{'AWS': []} | INTERNAL"
      })
  void sortsEveryFormOfName(String principal, Audience expected) {
    Exposure exposure = Judging.judge(ResourceKind.S3_BUCKET, Judging.allow(principal));
    assertThat(exposure.verdict()).isEqualTo(expected);
    Judging.assertExplained(exposure);
  }

  @Test
  void everyoneButSomeIsEveryone() {
    String statement =
        Judging.allow("{'AWS': '111122223333'}").replace("'Principal'", "'NotPrincipal'");
    Exposure exposure = Judging.judge(ResourceKind.SQS_QUEUE, statement);
    assertThat(exposure.verdict()).isEqualTo(Audience.PUBLIC);
    assertThat(exposure.statements().getFirst().principals()).containsExactly("not 111122223333");
  }

  @Test
  void noPrincipalLetsNobodyIn() {
    Exposure exposure =
        Judging.judge(
            ResourceKind.S3_BUCKET, "{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}");
    assertThat(exposure.verdict()).isEqualTo(Audience.INTERNAL);
    assertThat(exposure.why()).contains("names no principal");
  }

  @Test
  void ownCanonicalIdCanBeTrusted() {
    Trust trust = Judging.TRUST.withTrusted(java.util.Set.of(CANONICAL));
    String text =
        """
        {"Statement": {"Effect": "Allow", "Principal": {"CanonicalUser": "%s"}, "Action": "*"}}
        """
            .formatted(CANONICAL);
    assertThat(
            new PolicyJudge(ResourceKind.S3_BUCKET, trust).judge(Judging.document(text)).verdict())
        .isEqualTo(Audience.INTERNAL);
  }

  @Test
  void withoutOwnAccountEveryAccountIsForeign() {
    String text =
        """
        {"Statement": {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "*"}}
        """;
    assertThat(
            new PolicyJudge(ResourceKind.OTHER, Trust.nobody())
                .judge(Judging.document(text))
                .verdict())
        .isEqualTo(Audience.CROSS_ACCOUNT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'StringEquals': {'P:aud': 'a', 'P:sub': 's'}} | INTERNAL",
        "{'StringEquals': {'p:AUD': 'a'}, 'StringLike': {'P:sub': 's'}} | INTERNAL",
        "{'StringEquals': {'P:aud': 'a'}} | PUBLIC",
        "{'StringEquals': {'P:sub': 's'}} | PUBLIC",
        "{'StringEquals': {'P:aud': 'a', 'P:amr': 'authenticated'}} | PUBLIC",
        "{'StringEquals': {'P:aud': 'a'}, 'StringLike': {'P:sub': '*'}} | PUBLIC",
        "{'StringEquals': {'P:aud': 'a'}, 'StringLike': {'P:sub': ['s', '*:prod']}} | PUBLIC",
        "{'StringEquals': {'P:aud': 'a', 'P:sub': '${P:sub}'}} | PUBLIC",
        "{'StringEquals': {'P:aud': 'a'}, 'StringEqualsIfExists': {'P:sub': 's'}} | PUBLIC",
        "{'StringEquals': {'P:aud': 'a'}, 'StringNotEquals': {'P:sub': 's'}} | PUBLIC",
        "{'StringEquals': {'P:aud': 'a'}, 'StringLike': {'P:sub': 'team-*'}} | PUBLIC_UNCLEAR",
        "{'StringEquals': {'P:aud': 'a'}, 'StringLike': {'P:sub': 'repo:octo/*'}} | PUBLIC_UNCLEAR",
        "{'StringEquals': {'other.example.com:sub': 's'}} | PUBLIC_UNCLEAR",
        "{'StringEquals': {'aws:PrincipalOrgID': 'o-a1b2c3d4e5'}} | ORG"
      })
  void webIdentitiesNeedApplicationAndPerson(String condition, Audience expected) {
    String principal =
        "{'Federated': 'arn:aws:iam::111122223333:oidc-provider/idp.example.com/Pool'}";
    String real = condition.replaceAll("(?i)'p:", "'idp.example.com/Pool:");
    Exposure exposure = Judging.judge(ResourceKind.ROLE, Judging.allow(principal, real));
    assertThat(exposure.verdict()).isEqualTo(expected);
    Judging.assertExplained(exposure);
  }

  /** The owner of a repository is part of who it is. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "repo:octo/app:ref:refs/heads/main | INTERNAL",
        "repo:octo/app:* | INTERNAL",
        "repo:octo/* | INTERNAL",
        "repo:octo* | PUBLIC_UNCLEAR",
        "repo:* | PUBLIC_UNCLEAR",
        "repo:octo/${aws:username} | PUBLIC",
        "* | PUBLIC"
      })
  void ownersOfRepositoriesAreFixed(String subject, Audience expected) {
    String host = "token.actions.githubusercontent.com";
    String principal = "{'Federated': 'arn:aws:iam::111122223333:oidc-provider/" + host + "'}";
    String condition =
        "{'StringEquals': {'%s:aud': 'sts.amazonaws.com'}, 'StringLike': {'%s:sub': '%s'}}"
            .formatted(host, host, subject);
    assertThat(Judging.verdict(ResourceKind.ROLE, Judging.allow(principal, condition)))
        .isEqualTo(expected);
  }

  @Test
  void publicProvidersNarrowToNamedOutsiders() {
    String condition =
        "{'StringEquals': {'graph.facebook.com:app_id': '1', 'graph.facebook.com:id': '2'}}";
    assertThat(
            Judging.verdict(
                ResourceKind.ROLE, Judging.allow("{'Federated': 'graph.facebook.com'}", condition)))
        .isEqualTo(Audience.CROSS_ACCOUNT);
  }
}
