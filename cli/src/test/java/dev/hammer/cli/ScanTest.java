package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.testing.stub.TextAnswer;
import dev.hammer.testing.stub.WireStub;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scan says at its beginning and its end where not all can be read. */
class ScanTest {
  private static final Map<String, String> KEY =
      Map.of(
          "aws.accessKeyId",
          "HAMMERTESTS000000000",
          "aws.secretAccessKey",
          "secret",
          "aws.region",
          "eu-west-1");
  private static final String ONE_CHECK =
      Catalogue.infos().stream()
          .map(CheckInfo::id)
          .filter(id -> !id.equals("s3_encryption"))
          .map(id -> id + ": {enabled: false}\n")
          .collect(Collectors.joining());

  @TempDir private Path folder;
  private final WireStub aws = WireStub.alone();
  private Shell shell = new Shell(Path.of("target"));

  @BeforeEach
  void sitDown() {
    shell = new Shell(folder);
    KEY.forEach(System::setProperty);
    aws.scripts()
        .answer(TextAnswer.shared("sts.GetCallerIdentity.caller"))
        .answer("s3", "ListBuckets", "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>")
        .answer("sts", "AssumeRole", question -> question.error(403, "AccessDenied", "no"))
        .answer("ec2", "*", question -> question.error(403, "UnauthorizedOperation", "no"));
  }

  @AfterEach
  void leaveNothing() {
    KEY.keySet().forEach(System::clearProperty);
    aws.close();
  }

  @Test
  void aRemedyIsSaidOnceForAllThatWantIt() {
    shell.write(
        "hammer.yaml",
        """
        aws:
          role_name_identification: hammer-identify
          regions: [eu-west-1]
          accounts: {"123456789012": main, "333333333333": shut, "444444444444": locked}
        """
            + ONE_CHECK);

    Shell.Ended ended = run("scan", "-q");

    assertThat(ended.code()).isEqualTo(4);
    assertThat(after("Not read", ended.out()))
        .startsWith(
            " 1 unit  cannot assume hammer-identify in shut (333333333333): denied (AccessDenied)",
            " 1 unit  cannot assume hammer-identify in locked (444444444444): denied (AccessDenied)",
            "           Let the role's trust policy name your identity; set aws.external_id if it"
                + " asks for one",
            "");
  }

  @Test
  void noRegionsAreCountedWhereNobodyCouldAskForThem() {
    shell.write("hammer.yaml", ONE_CHECK);

    Shell.Ended ended = run("scan");

    assertThat(ended.err())
        .contains("1 account  regions not known  1 check")
        .doesNotContain("0 region");
    assertThat(ended.err().lines()).contains("Reading 123456789012");
    assertThat(ended.out())
        .contains("Looked at    123456789012, regions not known: ")
        .doesNotContain("0 region");
  }

  @Test
  void aNextStepNamesTheAddressThatWasNamed() {
    shell.write("hammer.yaml", "aws: {regions: [eu-west-1]}\n" + ONE_CHECK);

    assertThat(run("scan", "-q").out().lines())
        .last()
        .asString()
        .isEqualTo("Next   hammer --endpoint-url " + aws.endpoint() + " checks list");
  }

  private static List<String> after(String heading, String text) {
    return text.lines().dropWhile(line -> !line.equals(heading)).skip(1).toList();
  }

  private Shell.Ended run(String... words) {
    String[] all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--endpoint-url";
    all[words.length + 1] = aws.endpoint().toString();
    return shell.run(all);
  }
}
