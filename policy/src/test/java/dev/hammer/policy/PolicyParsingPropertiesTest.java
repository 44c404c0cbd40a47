package dev.hammer.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class PolicyParsingPropertiesTest {

  private static final String POLICY =
      """
      {"Version": "2012-10-17", "Id": "x", "Statement": [{"Sid": "a", "Effect": "Allow",
       "Principal": {"AWS": ["*", "arn:aws:iam::111122223333:root"], "Service": "s3.amazonaws.com"},
       "Action": ["s3:Get*"], "NotResource": "arn:aws:s3:::box", "Condition":
       {"ForAnyValue:StringLikeIfExists": {"aws:PrincipalArn": [true, 1.5e3, "\\u0041*"]},
        "IpAddress": {"aws:SourceIp": "10.0.0.0/8"}, "Null": {"aws:PrincipalOrgID": false}}},
       {"Effect": "Deny", "NotPrincipal": "*", "NotAction": "*"}]}
      """;

  @Property
  void anyTextHasAnOutcome(@ForAll String text) {
    assertOutcome(text);
  }

  @Property(tries = 3000)
  void aMutatedPolicyHasAnOutcome(@ForAll("mutations") String text) {
    assertOutcome(text);
  }

  @Property
  void anyJsonHasAnOutcome(@ForAll("json") String text) {
    assertOutcome(text);
    assertOutcome("{\"Statement\": " + text + "}");
    assertOutcome(
        "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Principal\": " + text + "}}");
    assertOutcome("{\"Statement\": {\"Effect\": \"Allow\", \"Action\": " + text + "}}");
    assertOutcome(
        "{\"Statement\": {\"Effect\": \"Deny\", \"Action\": \"*\", \"Condition\": " + text + "}}");
  }

  private static void assertOutcome(String text) {
    switch (PolicyDocument.parse(text)) {
      case ParsedPolicy.Parsed(PolicyDocument document, _) -> {
        for (ResourceKind kind : ResourceKind.values()) {
          Judging.assertExplained(new PolicyJudge(kind, Judging.TRUST).judge(document));
        }
      }
      case ParsedPolicy.Absent _ -> assertThat(text.replace("\uFEFF", "")).isBlank();
      case ParsedPolicy.Unparsable(String why, int line, int column) -> {
        assertThat(why).isNotBlank();
        assertThat(line).isPositive();
        assertThat(column).isPositive();
      }
    }
  }

  @Provide
  static Arbitrary<String> mutations() {
    Arbitrary<Integer> place = Arbitraries.integers().between(0, POLICY.length());
    Arbitrary<String> insert =
        Arbitraries.oneOf(
            Arbitraries.of(
                "\"", "{", "}", "[", "]", ",", ":", "null", "\\", "\u0000", "*", "${", "7"),
            Arbitraries.strings().ofMaxLength(3),
            Arbitraries.just(""));
    Arbitrary<Mutation> mutation =
        Combinators.combine(place, Arbitraries.integers().between(0, 20), insert).as(Mutation::new);
    return mutation.list().ofMinSize(1).ofMaxSize(4).map(PolicyParsingPropertiesTest::mutate);
  }

  private static String mutate(List<Mutation> mutations) {
    String text = POLICY;
    for (Mutation mutation : mutations) {
      text = mutation.applyTo(text);
    }
    return text;
  }

  @Provide
  static Arbitrary<String> json() {
    return json(3);
  }

  private static Arbitrary<String> json(int depth) {
    Arbitrary<String> leaf =
        Arbitraries.of(
            "null",
            "true",
            "0",
            "\"*\"",
            "\"\"",
            "\"AWS\"",
            "\"111122223333\"",
            "\"o-abc\"",
            "[]",
            "{}");
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<String> list =
        json(depth - 1).list().ofMaxSize(3).map(values -> "[" + String.join(",", values) + "]");
    Arbitrary<String> name =
        Arbitraries.of(
            "AWS",
            "Service",
            "Federated",
            "CanonicalUser",
            "StringEquals",
            "Null",
            "aws:SourceIp",
            "Sid");
    Arbitrary<String> object =
        Combinators.combine(name, json(depth - 1))
            .as((key, value) -> "\"" + key + "\":" + value)
            .list()
            .ofMaxSize(3)
            .map(fields -> "{" + String.join(",", fields) + "}");
    return Arbitraries.oneOf(leaf, list, object);
  }

  /** Some characters taken out at a place and others put in. */
  private record Mutation(int place, int length, String insert) {

    String applyTo(String text) {
      int from = Math.min(place, text.length());
      int to = Math.min(from + length, text.length());
      return text.substring(0, from) + insert + text.substring(to);
    }
  }
}
