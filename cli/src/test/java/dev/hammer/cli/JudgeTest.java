package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
  private static final String PUBLIC =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Sid": "PublicRead\\u001b[2J", "Effect": "Allow", "Principal": "*",
         "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "arn:aws:s3:::acme-exports/*",
         "Condition": {"StringLike": {"aws:Referer": "https://example.com/*"}}},
        {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::222222222222:root"},
         "Action": "s3:*", "Resource": "*",
         "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-abcd1234"}}},
        {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
         "Condition": {"Bool": {"aws:SecureTransport": false}}}]}
      """;
  private static final String OWN =
      """
      {"Statement": {"Effect": "Allow", "Principal": {"AWS": "111111111111"},
       "Action": "sqs:*", "Resource": "*"}}
      """;

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void sitDown() {
    shell = new Shell(folder).write("public.json", PUBLIC).write("own.json", OWN);
  }

  @Test
  void verdictComesFirstThenEveryStatement() {
    Golden.assertScreens(
        "judge",
        shell.wide(100).run("judge", "public.json"),
        shell.wide(60).run("judge", "public.json", "--fail-on", "org"),
        shell
            .piped()
            .run("judge", "own.json", "--type", "AWS::SQS::Queue", "--account", "111111111111"));
  }

  @Test
  void documentHasExactlyTheFieldsOfTheContract() {
    Golden.assertScreens("judge-json", shell.run("judge", "public.json", "-o", "json"));
  }

  @ParameterizedTest
  @CsvSource({
    "public.json, public, 3",
    "public.json, org, 3",
    "own.json, cross_account, 3",
    "own.json, service_unbound, 0",
    "own.json, PUBLIC, 0",
    "own.json, internal, 2",
    "own.json, private, 2"
  })
  void gateShutsAtTheVerdictAndWorse(String file, String verdict, int code) {
    assertThat(shell.run("judge", file, "--fail-on", verdict).code()).isEqualTo(code);
  }

  @Test
  void answersOfTheAwsCommandLineAreTakenAsTheyAre() {
    String text = JsonText.write(Value.text(PUBLIC));
    for (String answer :
        new String[] {
          "{\"Policy\": " + text + "}",
          "{\"Attributes\": {\"QueueArn\": \"arn:aws:sqs:eu-west-1:1:q\", \"Policy\": "
              + text
              + "}}",
          "{\"registryId\": \"1\", \"policyText\": " + text + "}",
          "{\"ARN\": \"x\", \"ResourcePolicy\": " + text + "}",
          "\ufeff" + PUBLIC
        }) {
      Shell.Ended ended = shell.piped().typing(answer).run("judge", "-", "-o", "id");

      assertThat(ended.out()).isEqualTo("public\n");
      assertThat(ended.code()).isZero();
    }
  }

  @Test
  void textOfPowerShellIsUnderstood() {
    shell.write("wide.json", ("\ufeff" + PUBLIC).getBytes(StandardCharsets.UTF_16LE));

    assertThat(shell.run("judge", "wide.json", "-o", "id").out()).isEqualTo("public\n");
  }

  @Test
  void whatIsNoPolicyIsToldWithItsPlace() {
    shell
        .write("broken.json", "{\n  \"Statement\": [\n    {\"Effect\": \"Allow\",}\n]}\n")
        .write("empty.json", " \n")
        .write("none.json", "{\"Attributes\": {\"QueueArn\": \"arn:aws:sqs:eu-west-1:1:q\"}}")
        .write("inner.json", "{\"Policy\": \"{\\\"Statement\\\": nope}\"}")
        .write("list.json", "[]")
        .write("latin.json", new byte[] {'{', '"', (byte) 0xe9, '"', '}'});

    Golden.assertScreens(
        "judge-bad-input",
        shell.run("judge", "broken.json"),
        shell.run("judge", "broken.json", "-o", "json"),
        shell.run("judge", "empty.json"),
        shell.run("judge", "none.json"),
        shell.run("judge", "inner.json"),
        shell.run("judge", "list.json"),
        shell.run("judge", "latin.json"),
        shell.run("judge", "missing.json"),
        shell.run("judge", "."),
        shell.run("judge"),
        shell.piped().typing("hello").run("judge", "-"),
        shell.run("judge", "own.json", "--type", "AWS::SQS::Que"),
        shell.run("judge", "own.json", "--account", "1234"),
        shell.run("judge", "own.json", "--org", "acme"),
        shell.run("judge", "own.json", "--trust", "111111111111,x"));
  }

  @Test
  void policyOfAnotherServiceIsToldApart() {
    assertThat(shell.run("judge", "own.json").err()).contains("Add: --type AWS::SQS::Queue");
    assertThat(shell.run("judge", "own.json", "-q").err()).isEmpty();
    assertThat(shell.run("judge", "own.json", "--type", "AWS::SQS::Queue").err()).isEmpty();
  }

  @Test
  void trustDecidesWhoIsAStranger() {
    assertThat(shell.run("judge", "own.json", "-o", "id").out()).isEqualTo("cross_account\n");
    assertThat(shell.run("judge", "own.json", "-o", "id", "--trust", "111111111111").out())
        .isEqualTo("internal\n");
  }

  @Test
  void needsNoConfigurationAndNoStore() {
    shell.write("hammer.yaml", "nonsense: [").write(".local/share/hammer", "no folder");

    assertThat(shell.run("judge", "public.json", "-o", "id").code()).isZero();
  }
}
