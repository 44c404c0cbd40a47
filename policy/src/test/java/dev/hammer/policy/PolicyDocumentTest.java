package dev.hammer.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyDocumentTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t ", "\uFEFF", "\uFEFF  "})
  void emptyTextIsNoPolicy(String text) {
    assertThat(PolicyDocument.parse(text)).isEqualTo(new ParsedPolicy.Absent());
  }

  @Test
  void readsEveryElement() {
    PolicyDocument document =
        Judging.document(
            """
            {"Version": "2012-10-17", "Id": "box", "Statement": [
              {"Sid": "Read", "Effect": "Allow",
               "Principal": {"AWS": ["111122223333", "*"], "Service": "sns.amazonaws.com"},
               "Action": ["s3:Get*", "s3:List*"], "NotResource": "arn:aws:s3:::box/secret",
               "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-abc", "aws:userid": ["a", "b"]},
                             "Bool": {"aws:SecureTransport": true}}},
              {"Effect": "Deny", "NotPrincipal": "*", "NotAction": "s3:*"}]}
            """);
    assertThat(document.version()).contains("2012-10-17");
    assertThat(document.id()).contains("box");
    Statement read = document.statements().getFirst();
    assertThat(read.sid()).contains("Read");
    assertThat(read.effect()).isEqualTo(Effect.ALLOW);
    assertThat(read.principals().orElseThrow().texts())
        .containsExactly("111122223333", "*", "sns.amazonaws.com");
    assertThat(read.actions()).isEqualTo(new Selection(false, List.of("s3:Get*", "s3:List*")));
    assertThat(read.resources().texts()).containsExactly("not arn:aws:s3:::box/secret");
    assertThat(read.conditions())
        .containsExactly(
            new Condition("StringEquals", "aws:PrincipalOrgID", List.of("o-abc")),
            new Condition("StringEquals", "aws:userid", List.of("a", "b")),
            new Condition("Bool", "aws:SecureTransport", List.of("true")));
    Statement deny = document.statements().getLast();
    assertThat(deny.effect()).isEqualTo(Effect.DENY);
    assertThat(deny.principals().orElseThrow().texts()).containsExactly("not *");
    assertThat(deny.actions().texts()).containsExactly("not s3:*");
    assertThat(deny.resources()).isEqualTo(Selection.EVERYTHING);
    assertThat(deny.index()).isEqualTo(1);
  }

  /** All of these say the same. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'Statement': {'Effect': 'Allow', 'Principal': '*', 'Action': 's3:*', 'Resource': '*'}}",
        "{'Statement': [{'Effect': 'Allow', 'Principal': '*', 'Action': 's3:*', 'Resource': '*'}]}",
        "{'statement': {'effect': 'ALLOW', 'principal': '*', 'action': 's3:*', 'RESOURCE': '*'}}",
        "{'Statement': {'Effect': 'Allow', 'Principal': {'AWS': '*'}, 'Action': ['s3:*']}}",
        "{'Statement': {'Effect': 'Allow', 'Principal': {'aws': ['*']}, 'Action': ['s3:*', 's3:*']}}",
        "{'Statement': {'Effect': 'Allow', 'Principal': ['*'], 'Action': 's3:*', 'Condition': {}}}",
        "\uFEFF{'Statement': {'Sid': null, 'Effect': 'Allow', 'Principal': '*', 'Action': 's3:*'}}"
      })
  void readsEverySpelling(String text) {
    PolicyDocument document = Judging.document(text.replace('\'', '"'));
    Statement statement = document.statements().getFirst();
    assertThat(document.statements()).hasSize(1);
    assertThat(statement.allows()).isTrue();
    assertThat(statement.principals().orElseThrow().named())
        .containsExactly(new Principal.Everyone("*"));
    assertThat(statement.actions()).isEqualTo(new Selection(false, List.of("s3:*")));
    assertThat(statement.resources()).isEqualTo(Selection.EVERYTHING);
    assertThat(statement.conditions()).isEmpty();
  }

  @Test
  void readsNumbersAndBooleansAsTheyAreWritten() {
    PolicyDocument document =
        Judging.document(
            """
            {"Version": 2012, "Statement": {"Sid": 7, "Effect": "Allow",
             "Principal": {"AWS": 111122223333}, "Action": "s3:*",
             "Condition": {"Bool": {"aws:SecureTransport": [true, "false"]},
                           "NumericLessThan": {"s3:max-keys": [10, 1e400, -0.50]}}}}
            """);
    Statement statement = document.statements().getFirst();
    assertThat(statement.sid()).contains("7");
    assertThat(statement.principals().orElseThrow().named())
        .containsExactly(new Principal.Account("111122223333", "111122223333"));
    assertThat(statement.conditions())
        .flatExtracting(Condition::values)
        .containsExactly("true", "false", "10", "1e400", "-0.50");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not JSON at all | 1 | not JSON",
        "{'Statement': [ | 1 | not JSON",
        "{'Statement': []} trailing | 1 | not JSON",
        "{'Statement': []} {} | 1 | follows",
        "{'Statement': [],} | 1 | not JSON",
        "{'Statement': [/* hi */]} | 1 | not JSON",
        "[] | 1 | a list",
        "null | 1 | null",
        "7 | 1 | a number",
        "true | 1 | a number or boolean",
        "'text' | 1 | a text",
        "{'foo': 1} | 1 | no Statement",
        "{'Version': '2012-10-17'} | 1 | no Statement",
        "{'Policy': '{}'} | 1 | inside Policy",
        "{'Statement': 7} | 1 | not an object",
        "{'Statement': null} | 1 | not an object",
        "{'Statement': [[]]} | 1 | not an object",
        "{'Statement': ['x']} | 1 | not an object",
        "{'Statement': [], 'statement': []} | 1 | twice",
        "{'Statement': {'Principal': '*', 'Action': '*'}} | 1 | no Effect",
        "{'Statement': {'Effect': 'Permit', 'Principal': '*', 'Action': '*'}} | 1 | neither Allow nor",
        "{'Statement': {'Effect': '', 'Principal': '*', 'Action': '*'}} | 1 | neither Allow nor",
        "{'Statement': {'Effect': true, 'Principal': '*', 'Action': '*'}} | 1 | neither Allow nor",
        "{'Statement': {'Effect': ['Allow'], 'Principal': '*', 'Action': '*'}} | 1 | not a text",
        "{'Statement': {'Effect': 'Allow', 'Principal': '*'}} | 1 | neither Action",
        "{'Statement': {'Effect': 'Allow', 'Principle': '*', 'Action': '*'}} | 1 | Principle",
        "{'Statement': {'Effect': 'Allow', 'Effect': 'Deny', 'Action': '*'}} | 1 | twice",
        "{'Statement': {'Effect': 'Allow', 'Action': '*', 'action': 'x'}} | 1 | twice",
        "{'Statement': {'Effect': 'Allow', 'Action': '*', 'NotAction': 'x'}} | 1 | both",
        "{'Statement': {'Effect': 'Allow', 'Action': {'a': 1}}} | 1 | not a text",
        "{'Statement': {'Effect': 'Allow', 'Action': [null]}} | 1 | not a text",
        "{'Statement': {'Effect': 'Allow', 'Action': null}} | 1 | not a text",
        "{'Statement': {'Effect': 'Allow', 'Action': '*', 'Principal': null}} | 1 | not a text",
        "{'Statement': {'Effect': 'Allow', 'Action': '*', 'Principal': {'Robot': 'x'}}} | 1 | Robot",
        "{'Statement': {'Effect': 'Allow', 'Action': '*', 'Principal': {'AWS': {}}}} | 1 | not a text",
        "{'Statement': {'Effect': 'Allow', 'Action': '*', 'Condition': 'x'}} | 1 | not an object",
        "{'Statement': {'Effect': 'Allow', 'Action': '*', 'Condition': {'Bool': 1}}} | 1 | not an object",
        "{'Statement': {'Effect': 'Allow', 'Action': '*', 'Condition': {'Bool': {'k': {}}}}} | 1 | not a text",
        "{'Statement': {'Effect': 'Allow', 'Action': '*', 'Condition': {'Bool': {'k': '1', 'K': '2'}}}} | 1 | twice",
        "{'Statement': {'Effect': 'Allow', 'Action': '*', 'Condition': {'Bool': {}, 'bool': {}}}} | 1 | twice"
      })
  void whatWouldHaveToBeGuessedIsUnparsable(String text, int line, String why) {
    ParsedPolicy parsed = PolicyDocument.parse(text.replace('\'', '"'));
    assertThat(parsed).isInstanceOf(ParsedPolicy.Unparsable.class);
    ParsedPolicy.Unparsable unparsable = (ParsedPolicy.Unparsable) parsed;
    assertThat(unparsable.why()).contains(why).doesNotContain("\n");
    assertThat(unparsable.line()).isEqualTo(line);
    assertThat(unparsable.column()).isPositive();
  }

  @Test
  void pointsAtTheMistake() {
    ParsedPolicy parsed =
        PolicyDocument.parse(
            """
            {
              "Statement": [
                {"Effect": "Allow", "Principal": "*", "Action": "*"},
                {"Effect": "Maybe", "Principal": "*", "Action": "*"}
              ]
            }
            """);
    assertThat(parsed)
        .isEqualTo(
            new ParsedPolicy.Unparsable(
                "Statement 1: the Effect \"Maybe\" is neither Allow nor Deny.", 4, 16));
  }

  @Test
  void hostileTextIsUnparsableAndQuotedSafely() {
    assertUnparsable("[".repeat(100_000));
    assertUnparsable("{\"a\":".repeat(100_000));
    assertUnparsable("{\"Statement\":" + "[".repeat(70) + "]".repeat(70) + "}");
    assertUnparsable("9".repeat(100_000));
    assertUnparsable("\"" + "x".repeat(600_000) + "\"");
    assertUnparsable("{\"Statement\": []}\u0000");
    assertUnparsable("\u0000");
    assertUnparsable("{\"Statement\": [\u0000]}");
    assertUnparsable("{\"Statement\": [\"\uD800\"]}");
    ParsedPolicy.Unparsable quoted =
        assertUnparsable(
            "{\"Statement\": {\"Effect\": \"\\u001b[31m\\n\\u202e\\ud800\", \"Action\": \"*\"}}");
    assertThat(quoted.why()).contains("\"?[31m???\"");
    ParsedPolicy.Unparsable longName =
        assertUnparsable(
            "{\"Statement\": {\"Effect\": \"" + "x".repeat(10_000) + "\", \"Action\": 1}}");
    assertThat(longName.why()).hasSizeLessThan(300);
  }

  @Test
  void warnsOfWhatIsOddButClear() {
    assertThat(warnings("{}")).containsExactly("The policy has no statement.");
    assertThat(warnings("{\"Statement\": []}")).containsExactly("The policy has no statement.");
    assertThat(warnings("{\"Statement\": [], \"Note\": {}}"))
        .contains("The element \"Note\" means nothing in a policy.");
    assertThat(warnings("\uFEFF{\"Statement\": []}"))
        .contains("The text begins with a byte order mark.");
    assertThat(warnings("{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\"}}"))
        .containsExactly(
            "Statement 0 names no principal: it does nothing in the policy of a resource.");
    assertThat(
            warnings(
                "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"*\"}}"))
        .isEmpty();
  }

  private static ParsedPolicy.Unparsable assertUnparsable(String text) {
    ParsedPolicy parsed = PolicyDocument.parse(text);
    assertThat(parsed).isInstanceOf(ParsedPolicy.Unparsable.class);
    return (ParsedPolicy.Unparsable) parsed;
  }

  private static List<String> warnings(String text) {
    return ((ParsedPolicy.Parsed) PolicyDocument.parse(text)).warnings();
  }
}
