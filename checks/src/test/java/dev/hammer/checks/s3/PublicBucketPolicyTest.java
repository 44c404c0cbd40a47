package dev.hammer.checks.s3;

import static dev.hammer.checks.s3.BucketSample.RESTRICTING;
import static dev.hammer.checks.s3.BucketSample.plain;

import dev.hammer.checks.CheckContext;
import dev.hammer.checks.CheckTester;
import dev.hammer.checks.Facets;
import dev.hammer.core.check.Settings;
import dev.hammer.core.check.Severity;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicBucketPolicyTest {
  private static final String UNKNOWN_KEY = "{\"StringEquals\":{\"acme:Colour\":\"red\"}}";

  private final CheckTester<Bucket> check = CheckTester.of(PublicBucketPolicy.TYPE);

  private static String allow(String principal, String action, String condition) {
    return """
    {"Version":"2012-10-17","Statement":[{"Sid":"Share","Effect":"Allow","Principal":%s,\
    "Action":"%s","Resource":"arn:aws:s3:::logs/*","Condition":%s}]}"""
        .formatted(principal, action, condition);
  }

  private static String everyone(String action) {
    return allow("\"*\"", action, "{}");
  }

  @ParameterizedTest
  @CsvSource({
    "s3:GetObject, CRITICAL",
    "s3:PutObject, CRITICAL",
    "s3:DeleteObject, CRITICAL",
    "s3:PutBucketPolicy, CRITICAL",
    "s3:*, CRITICAL",
    "s3:ListBucket, HIGH",
    "s3:GetBucketLocation, HIGH"
  })
  void whatStrangersMayDoDecidesTheSeverity(String action, Severity severity) {
    check.judging(plain().policy(everyone(action)).read()).violates(severity);
  }

  @Test
  void theViolationTellsThePolicyAndTheStatement() {
    check
        .judging(plain().policy(everyone("s3:GetObject")).read())
        .saying("everyone may s3:GetObject")
        .because("Statement 0 (Share)")
        .withDetail("owner", "platform")
        .withDetail("audience", "public")
        .withDetail(
            "policy",
            """
            {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Sid": "Share",
                        "Effect": "Allow",
                        "Principal": "*",
                        "Action": "s3:GetObject",
                        "Resource": "arn:aws:s3:::logs/*",
                        "Condition": {}
                    }
                ]
            }""")
        .reading("policy", "account_access_block", "access_block", "tags");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"AWS\":[\"*\"]}|{}",
        "\"*\"|{\"StringNotEquals\":{\"aws:PrincipalOrgID\":\"o-a1b2c3d4e5\"}}",
        "\"*\"|{\"IpAddress\":{\"aws:SourceIp\":\"0.0.0.0/1\"}}",
        "\"*\"|{\"Bool\":{\"aws:SecureTransport\":\"true\"}}"
      })
  void conditionsThatKeepNobodyOutDoNotHelp(String principal, String condition) {
    check
        .judging(plain().policy(allow(principal, "s3:GetObject", condition)).read())
        .violates(Severity.CRITICAL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"AWS\":\"222222222222\"}|{}",
        "{\"Service\":\"cloudfront.amazonaws.com\"}|{}",
        "\"*\"|{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-a1b2c3d4e5\"}}",
        "\"*\"|{\"StringEquals\":{\"aws:SourceVpce\":\"vpce-0a1b2c3d\"}}",
        "\"*\"|{\"IpAddress\":{\"aws:SourceIp\":\"54.240.143.0/24\"}}"
      })
  void namedOutsidersAreNotEveryone(String principal, String condition) {
    check
        .judging(plain().policy(allow(principal, "s3:GetObject", condition)).read())
        .isCompliant()
        .reading("policy");
  }

  @Test
  void noPolicyLetsNobodyIn() {
    check.judging(plain().read()).isCompliant("No statement lets anybody in").reading("policy");
  }

  @Test
  void trustedAccountsAndOrganizationReachTheJudge() {
    CheckContext context =
        new CheckContext(Settings.DEFAULTS, Set.of("222222222222"), Optional.of("o-a1b2c3d4e5"));
    String policy = allow("{\"AWS\":\"222222222222\"}", "s3:GetObject", "{}");

    check
        .with(context)
        .judging(plain().policy(policy).read())
        .isCompliant("trusted account 222222222222");
  }

  @Test
  void aTextThatIsNoPolicyIsUnknown() {
    check
        .judging(plain().policy("{\"Statement\":").read())
        .isUnknown(ReadFailure.Kind.UNPARSABLE, S3Calls.GET_POLICY);
  }

  @Test
  void anUnclearPolicyFollowsTheVerdictOfAws() {
    BucketSample unclear = plain().policy(allow("\"*\"", "s3:GetObject", UNKNOWN_KEY));

    check
        .judging(unclear.read())
        .isCompliant("AWS holds the policy for not public")
        .reading("policy", "policy_status");
    check
        .judging(unclear.publicByAws().read())
        .violates(Severity.CRITICAL)
        .saying("perhaps everyone may s3:GetObject");
  }

  @Test
  void anUnclearPolicyWithoutAVerdictOfAwsIsMedium() {
    check
        .judging(
            plain()
                .policy(allow("\"*\"", "s3:GetObject", UNKNOWN_KEY))
                .with(Facets.refusing("policy_status")))
        .violates(Severity.MEDIUM)
        .without(S3Calls.GET_POLICY_STATUS);
  }

  @Test
  void aDenyThatNarrowsIsMediumAndMarked() {
    String policy =
        """
        {"Statement":[
          {"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::logs/*"},
          {"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*",
           "Condition":{"StringNotEquals":{"aws:SourceVpce":"vpce-0a1b2c3d"}}}]}""";

    check
        .judging(plain().policy(policy).read())
        .violates(Severity.MEDIUM)
        .saying("everyone may s3:GetObject, narrowed by a Deny")
        .withDetail("narrowed_by_deny", Value.of(true));
  }

  @Test
  void restrictedAtEitherLevelIsLatent() {
    BucketSample open = plain().policy(everyone("s3:GetObject"));

    check
        .judging(open.blocked(AccessBlock.NONE, RESTRICTING).read())
        .isLatent(Severity.LOW)
        .reading("policy", "account_access_block", "tags");
    check
        .judging(open.blocked(RESTRICTING, AccessBlock.NONE).read())
        .isLatent(Severity.LOW)
        .because("Block Public Access");
  }

  @Test
  void ignoredAclsDoNotGuardPolicies() {
    check
        .judging(
            plain()
                .policy(everyone("s3:GetObject"))
                .blocked(BucketSample.IGNORING, BucketSample.IGNORING)
                .read())
        .violates(Severity.CRITICAL);
  }

  @Test
  void onlyThePolicyDecides() {
    check.deniedTable(
        plain().policy(everyone("s3:GetObject"))::with,
        Map.of(
            "acl", "critical",
            "ownership", "critical",
            "policy", "unknown",
            "policy_status", "critical",
            "encryption", "critical",
            "access_block", "critical",
            "account_access_block", "critical",
            "tags", "critical"));
  }

  @Test
  void aDeniedGuardIsNamed() {
    check
        .judging(
            plain().policy(everyone("s3:GetObject")).with(Facets.refusing("access_block", "tags")))
        .violates(Severity.CRITICAL)
        .without(S3Calls.GET_BUCKET_BLOCK, S3Calls.GET_TAGGING);
  }
}
