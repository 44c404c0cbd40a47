package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.checks.Catalogue;
import dev.hammer.core.check.CheckInfo;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import dev.hammer.testing.stub.Question;
import dev.hammer.testing.stub.TextAnswer;
import dev.hammer.testing.stub.WireReply;
import dev.hammer.testing.stub.WireStub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
  private static final Map<String, String> KEY =
      Map.of(
          "aws.accessKeyId",
          "HAMMERTESTS000000000",
          "aws.secretAccessKey",
          "secret",
          "aws.region",
          "eu-west-1");

  private static final String ORGANIZATION =
      """
      aws:
        role_name_identification: hammer-identify
        regions: [eu-west-1]
        organizations: {enabled: true, exclude: ["444444444444"]}
      """
          + Catalogue.infos().stream()
              .map(CheckInfo::id)
              .filter(id -> !id.equals("s3_encryption"))
              .map(id -> id + ": {enabled: false}\n")
              .collect(Collectors.joining());

  /** One account refuses; another is called what no terminal should print. */
  private static final String ACCOUNTS =
      Stream.of(
              account("123456789012", "acme-main", "ACTIVE"),
              account("222222222222", "acme-\\u001b[2Jpay", "ACTIVE"),
              account("333333333333", "acme-shut", "ACTIVE"),
              account("444444444444", "acme-lab", "ACTIVE"),
              account("555555555555", "acme-old", "SUSPENDED"))
          .collect(Collectors.joining(",", "{\"Accounts\":[", "]}"));

  @TempDir private Path folder;
  private final WireStub aws = WireStub.alone();
  private Shell shell = new Shell(Path.of("target"));

  @BeforeEach
  void sitDown() {
    shell = new Shell(folder);
    KEY.forEach(System::setProperty);
    aws.scripts()
        .answer(TextAnswer.shared("sts.GetCallerIdentity.caller"))
        .answer("sts", "AssumeRole", AccountsTest::assumeRole)
        .answer("s3", "ListBuckets", "<ListAllMyBucketsResult><Buckets/></ListAllMyBucketsResult>")
        .answer("organizations", "ListAccounts", ACCOUNTS);
  }

  @AfterEach
  void leaveNothing() {
    KEY.keySet().forEach(System::clearProperty);
    aws.close();
  }

  @Test
  void screensShowRoleReadinessCoverageAndAge() {
    shell.write("hammer.yaml", ORGANIZATION);
    scanned();

    Golden.assertScreens(
        "accounts",
        run("accounts"),
        shellOf(60).ended("accounts"),
        run("accounts", "--stale", "24h"),
        run("accounts", "--stale", "4d", "--not-account", "acme-shut"),
        run("accounts", "--missing"),
        piped("accounts"),
        piped("accounts", "--missing"),
        piped("accounts", "-o", "id"));
  }

  @Test
  void accountThatIsNotReadyIsIncompleteAndWithoutItAllIsWell() {
    shell.write("hammer.yaml", ORGANIZATION);

    assertThat(run("accounts").code()).isEqualTo(4);
    assertThat(run("accounts", "--not-account", "acme-shut").code()).isZero();
    assertThat(run("accounts", "--missing").code()).isZero();
  }

  @Test
  void jsonHasTheContractedFields() {
    shell.write("hammer.yaml", ORGANIZATION);

    Value.Fields document = (Value.Fields) JsonText.parse(run("accounts", "-o", "json").out());
    Value.Fields missing =
        (Value.Fields) JsonText.parse(run("accounts", "--missing", "-o", "json").out());

    assertThat(document.text("schema")).hasValue("hammer/accounts/1");
    assertThat(document.get("in_scope")).hasValue(Value.of(3));
    assertThat(document.get("left_out")).hasValue(Value.of(2));
    assertThat(names(document))
        .containsExactly(
            "account_id",
            "account_name",
            "in_scope",
            "own",
            "role",
            "ready",
            "problem",
            "remedy",
            "coverage",
            "last_read");
    assertThat(names(missing))
        .containsExactly("account_id", "account_name", "in_scope", "state", "reason");
  }

  @Test
  void missingAsksTheOrganizationThoughTheConfigurationDoesNot() {
    shell.write("hammer.yaml", "aws: {accounts: {\"123456789012\": main}, regions: [eu-west-1]}\n");

    assertThat(piped("accounts", "--missing").out())
        .contains("222222222222\t", "not_named", "555555555555\tacme-old\tsuspended\tstate")
        .doesNotContain("123456789012");
    assertThat(aws.calls().count("organizations", "ListAccounts")).isEqualTo(1);
    piped("accounts");
    assertThat(aws.calls().count("organizations", "ListAccounts")).isEqualTo(1);
  }

  @Test
  void organizationThatDeniesIsNamedWithItsAction() {
    aws.scripts()
        .answer("organizations", "ListAccounts", q -> q.error(400, "AccessDeniedException", "no"));
    shell.write("hammer.yaml", ORGANIZATION);

    Shell.Ended ended = run("accounts", "--missing");

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.err()).contains("organizations:ListAccounts");
    assertThat(run("scan").code()).isEqualTo(4);
    assertThat(run("doctor", "--only", "accounts").out())
        .contains("FAIL", "organizations:ListAccounts");
  }

  @Test
  void unreadOrganizationIsAWarningWhereAccountsAreNamedAndNeverAGate() {
    aws.scripts()
        .answer("organizations", "ListAccounts", q -> q.error(400, "AccessDeniedException", "no"));
    shell.write(
        "hammer.yaml", ORGANIZATION.replace("aws:", "aws:\n  accounts: {\"123456789012\": main}"));

    Shell.Ended scan = run("scan", "--check", "s3_encryption");

    assertThat(scan.code()).isZero();
    assertThat(scan.out())
        .contains("organizations:ListAccounts", "This is not a clean result.")
        .contains("Only the accounts of aws.accounts were looked at");
    assertThat(run("scan", "--check", "s3_encryption", "--fail-on", "low").code()).isEqualTo(4);
  }

  @Test
  void scanNamesWhatItSkips() {
    shell.write("hammer.yaml", ORGANIZATION);

    assertThat(run("scan", "--check", "s3_encryption", "--account", "acme-main").out())
        .contains("Skipped      acme-old (555555555555) suspended");
  }

  @Test
  void whatMakesNoSenseIsTold() {
    shell.write("hammer.yaml", ORGANIZATION);

    assertThat(run("accounts", "--missing", "--stale", "1h").code()).isEqualTo(2);
    assertThat(run("accounts", "--account", "acme-mian").err()).contains("did you mean acme-main?");
  }

  private void scanned() {
    run("scan", "--check", "s3_encryption", "--account", "acme-main,222222222222");
    shell.clock().advance(Duration.ofDays(3));
    run("scan", "--check", "s3_encryption", "--account", "acme-main");
  }

  private AccountsTest shellOf(int width) {
    shell.wide(width);
    return this;
  }

  private Shell.Ended ended(String... words) {
    Shell.Ended ended = against(words);
    shell.wide(100);
    return ended;
  }

  private Shell.Ended run(String... words) {
    shell.wide(100);
    return against(words);
  }

  private Shell.Ended piped(String... words) {
    shell.piped();
    return against(words);
  }

  /** Without the address of the stub, which is another one each time. */
  private Shell.Ended against(String... words) {
    String[] all = Arrays.copyOf(words, words.length + 2);
    all[words.length] = "--endpoint-url";
    all[words.length + 1] = aws.endpoint().toString();
    Shell.Ended ended = shell.run(all);
    return new Shell.Ended(
        Arrays.asList(words),
        ended.out().replace(aws.endpoint().toString(), "http://127.0.0.1:1"),
        ended.err().replace(aws.endpoint().toString(), "http://127.0.0.1:1"),
        ended.code());
  }

  private static Iterable<String> names(Value.Fields document) {
    Value.Items items = (Value.Items) document.get("items").orElseThrow();
    return ((Value.Fields) items.items().getFirst())
        .fields().stream().map(Value.Field::name).toList();
  }

  private static WireReply assumeRole(Question question) {
    return question.parameter("RoleArn").orElse("").contains("333333333333")
        ? question.error(403, "AccessDenied", "not by this role")
        : TextAnswer.shared("sts.AssumeRole.session").answer(question);
  }

  private static String account(String id, String name, String state) {
    return "{\"Id\":\"%s\",\"Name\":\"%s\",\"State\":\"%s\"}".formatted(id, name, state);
  }
}
