package dev.hammer.checks.sqs;

import dev.hammer.checks.CheckTester;
import dev.hammer.checks.Facets;
import dev.hammer.checks.ResourcePolicy;
import dev.hammer.checks.TestScope;
import dev.hammer.core.check.Severity;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.resource.Region;
import dev.hammer.core.resource.Tags;
import dev.hammer.core.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicQueuePolicyTest {
  private static final QueueName NAME =
      new QueueName("aws", Region.of("eu-west-1"), TestScope.ACCOUNT, "orders");

  private final CheckTester<Queue> check = CheckTester.of(PublicQueuePolicy.TYPE);

  private static Queue queue(Optional<String> policy, Facets facets) {
    return new Queue(
        NAME,
        NAME.ref(NAME.url()),
        TestScope.NOW,
        facets.of(
            "policy",
            List.of(SqsCalls.GET_ATTRIBUTES),
            new ResourcePolicy(policy, SqsCalls.GET_ATTRIBUTES),
            ResourcePolicy::toValue),
        facets.of("tags", List.of(SqsCalls.LIST_TAGS), Tags.NONE, Tags::toValue));
  }

  private static Queue queue(String policy) {
    return queue(Optional.of(policy), Facets.readable());
  }

  private static String allow(String principal, String action, String condition) {
    return """
    {"Statement":{"Effect":"Allow","Principal":%s,"Action":%s,\
    "Resource":"arn:aws:sqs:eu-west-1:111111111111:orders","Condition":%s}}"""
        .formatted(principal, action, condition);
  }

  @ParameterizedTest
  @CsvSource({
    "sqs:SendMessage, HIGH",
    "SQS:SendMessage, HIGH",
    "sqs:GetQueueAttributes, HIGH",
    "sqs:ReceiveMessage, CRITICAL",
    "sqs:DeleteMessage, CRITICAL",
    "sqs:PurgeQueue, CRITICAL",
    "sqs:AddPermission, CRITICAL",
    "sqs:*, CRITICAL"
  })
  void whatStrangersMayDoDecidesTheSeverity(String action, Severity severity) {
    check.judging(queue(allow("\"*\"", '"' + action + '"', "{}"))).violates(severity);
  }

  @Test
  void theViolationTellsQueueAndPolicy() {
    check
        .judging(
            queue(
                allow(
                    "{\"AWS\":[\"*\"]}",
                    "[\"sqs:SendMessage\",\"sqs:A\",\"sqs:B\",\"sqs:C\"]",
                    "{}")))
        .saying("everyone may sqs:A, sqs:B, sqs:C and 1 more")
        .withDetail("name", "orders")
        .withDetail("region", "eu-west-1")
        .withDetail("audience", "public")
        .withDetail("tags", Value.fields().build())
        .reading("policy", "tags");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ArnEquals\":{\"aws:SourceArn\":\"arn:aws:sns:eu-west-1:111111111111:shop\"}}",
        "{\"StringEquals\":{\"aws:SourceAccount\":\"111111111111\"}}",
        "{\"StringEquals\":{\"AWS:PRINCIPALORGID\":\"o-a1b2c3d4e5\"}}"
      })
  void fixedSourcesAreNotEveryone(String condition) {
    check
        .judging(queue(allow("\"*\"", "\"sqs:SendMessage\"", condition)))
        .isCompliant()
        .reading("policy");
  }

  @Test
  void topicsOfAnyAccountAreEveryone() {
    check
        .judging(
            queue(
                allow(
                    "\"*\"",
                    "\"sqs:SendMessage\"",
                    "{\"ArnLike\":{\"aws:SourceArn\":\"arn:aws:sns:*:*:*\"}}")))
        .violates(Severity.HIGH);
  }

  @Test
  void anUnclearPolicyIsMedium() {
    check
        .judging(
            queue(
                allow(
                    "\"*\"",
                    "\"sqs:ReceiveMessage\"",
                    "{\"StringEquals\":{\"acme:Colour\":\"red\"}}")))
        .violates(Severity.MEDIUM)
        .saying("perhaps everyone may sqs:ReceiveMessage");
  }

  @Test
  void aDenyThatNarrowsIsMediumAndMarked() {
    check
        .judging(
            queue(
                """
                {"Statement":[
                  {"Effect":"Allow","Principal":"*","Action":"sqs:*","Resource":"*"},
                  {"Effect":"Deny","Principal":"*","Action":"sqs:*","Resource":"*",
                   "Condition":{"StringNotEquals":{"aws:SourceVpce":"vpce-0a1b2c3d"}}}]}"""))
        .violates(Severity.MEDIUM)
        .withDetail("narrowed_by_deny", Value.of(true));
  }

  @Test
  void absentAndEmptyPoliciesLetNobodyIn() {
    check.judging(queue(Optional.empty(), Facets.readable())).isCompliant();
    check.judging(queue("")).isCompliant();
  }

  @Test
  void aTextThatIsNoPolicyIsUnknown() {
    check
        .judging(queue("everyone!"))
        .isUnknown(ReadFailure.Kind.UNPARSABLE, SqsCalls.GET_ATTRIBUTES);
  }

  @Test
  void onlyThePolicyDecides() {
    String open = allow("\"*\"", "\"sqs:*\"", "{}");

    check.deniedTable(
        facets -> queue(Optional.of(open), facets),
        Map.of("policy", "unknown", "tags", "critical"));
  }
}
