package dev.hammer.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import dev.hammer.testing.stub.TextAnswer;
import dev.hammer.testing.stub.WireStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a stranger may get wrong, or find broken: each has its own message that says what to do, its
 * exit code, and in JSON a document that is all of stdout. AWS is a stub that knows who asks, and
 * nothing else.
 */
class BadInputTest {
  private static final String STORE = "store.db";

  @TempDir private Path home;
  private WireStub aws;

  @BeforeEach
  void start() {
    aws = WireStub.alone();
    aws.scripts().answer(TextAnswer.shared("sts.GetCallerIdentity.caller"));
  }

  @AfterEach
  void stop() {
    aws.close();
  }

  /**
   * Arguments that cannot be meant.
   *
   * @param code in the JSON document
   * @param said parts of what is said
   */
  record Slip(List<String> arguments, int exit, String code, List<String> said) {
    static Slip of(String arguments, int exit, String code, String... said) {
      return new Slip(List.of(arguments.split(" ", -1)), exit, code, List.of(said));
    }

    @Override
    public String toString() {
      return "hammer " + String.join(" ", arguments);
    }
  }

  static final List<Slip> SLIPS =
      List.of(
          Slip.of("scna", 2, "usage", "scna", "did you mean scan?", "hammer --help"),
          Slip.of(
              "scan --acount x", 2, "usage", "--acount", "did you mean --account?", "scan --help"),
          Slip.of("scan --timeout soon", 2, "usage", "--timeout", "90s, 15m, 2h"),
          Slip.of("scan --budget 0", 2, "usage", "--budget", "from 1 to 100, such as 30%"),
          Slip.of("scan --budget 33.3%", 2, "usage", "--budget", "from 1 to 100, such as 30%"),
          Slip.of("doctor --budget all", 2, "usage", "--budget", "from 1 to 100, such as 30%"),
          Slip.of("scan --fail-on awful", 2, "usage", "--fail-on", "critical"),
          Slip.of("scan --min-coverage 101", 2, "usage", "--min-coverage", "0 to 100"),
          Slip.of("issues sevrity:high", 2, "filter", "\"sevrity\"", "did you mean severity"),
          Slip.of("issues is:opne", 2, "filter", "opne", "did you mean open"),
          Slip.of("show abcd", 8, "issue.none", "\"abcd\"", "hammer issues"),
          Slip.of("whitelist remove w-nothing", 8, "whitelist.none", "hammer whitelist list"),
          Slip.of("checks explain s3_bucket_alc", 8, "", "did you mean s3_bucket_acl"),
          Slip.of("judge nowhere.json", 2, "", "nowhere.json", "no such file"),
          Slip.of("judge prose.json", 2, "", "prose.json", "JSON"),
          Slip.of("scan --config nowhere.yaml", 2, "config.invalid", "nowhere.yaml", "--config"),
          Slip.of("issues --store mysql:here", 2, "", "mysql:here", "sqlite:"));

  @ParameterizedTest
  @MethodSource("slips")
  void slipIsNamedWithItsRemedyAndStartsNothing(Slip slip) {
    Hammer hammer = hammer().file("prose.json", "This is no policy.");
    List<String> before = hammer.files();
    Outcome outcome = run(hammer, slip.arguments()).exits(slip.exit());
    outcome.says(slip.said().toArray(String[]::new));
    Json error = errorIn(outcome, slip.exit());
    assertThat(error.text("error.code")).contains(slip.code());
    assertThat(aws.calls().all()).isEmpty();
    assertThat(hammer.files()).filteredOn(name -> !name.startsWith(STORE)).isEqualTo(before);
  }

  static List<Slip> slips() {
    return SLIPS;
  }

  @Test
  void everyProblemOfTheConfigurationIsToldAtOnceAndNothingIsStarted() {
    Hammer hammer =
        hammer()
            .file(
                "hammer.yaml",
                """
                aws:
                  accounts: {"123": prod}
                  regions: [Ireland]
                s3_bucket_alc:
                  enabled: true
                user_inactivekeys:
                  inactive_criteria_days: soon
                """)
            .file("whitelist.json", "{\"s3_encryption\": {\"111111111111\": \"logs\"}}");
    for (String command : List.of("scan", "issues")) {
      Outcome outcome = hammer.run(command, "-o", "json").exits(2);
      outcome.says(
          "hammer.yaml:2:",
          "12 digits",
          "hammer.yaml:3:",
          "\"Ireland\"",
          "hammer.yaml:4:",
          "did you mean s3_bucket_acl?",
          "hammer.yaml:7:",
          "inactive_criteria_days",
          "whitelist.json:1:",
          "write a list",
          "Nothing was started.");
      Json error = errorIn(outcome, 2);
      assertThat(error.text("error.code")).isEqualTo("config.invalid");
      assertThat(error.list("error.problems"))
          .filteredOn(problem -> problem.text("level").equals("error"))
          .hasSizeGreaterThanOrEqualTo(5)
          .allSatisfy(problem -> assertThat(problem.number("line")).isPositive())
          .allSatisfy(problem -> assertThat(problem.number("column")).isPositive());
    }
    assertThat(hammer.files()).containsExactly("hammer.yaml", "whitelist.json");
    assertThat(aws.calls().all()).isEmpty();
  }

  @Test
  void noCredentialsAreNobody() {
    Hammer nobody = hammer().without("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
    Outcome outcome = nobody.run("scan", "-o", "json").exits(7);
    outcome.says("No AWS credentials were found", "AWS_PROFILE", "--profile", "hammer demo");
    errorIn(outcome, 7);
    assertThat(aws.calls().all()).isEmpty();
  }

  @Test
  void rejectedCredentialsAreNobody() {
    aws.faults()
        .add(
            Fault.always(
                "sts", "GetCallerIdentity", FaultAnswer.error(403, "InvalidClientTokenId")));
    Outcome outcome = hammer().run("scan", "-o", "json").exits(7);
    outcome.says("AWS rejected the credentials", "InvalidClientTokenId", "aws sso login");
    errorIn(outcome, 7);
  }

  @Test
  void expiredCredentialsAreNobody() {
    aws.faults().add(Fault.always("sts", "GetCallerIdentity", FaultAnswer.expired()));
    Outcome outcome = hammer().run("scan", "-o", "json").exits(7);
    outcome.says("expired", "aws sso login");
    errorIn(outcome, 7);
  }

  @Test
  void wrongClockIsNamed() {
    aws.faults()
        .add(
            Fault.always(
                "sts", "GetCallerIdentity", FaultAnswer.error(403, "RequestTimeTooSkewed")));
    Outcome outcome = hammer().run("scan", "-o", "json").exits(7);
    outcome.says("clock of this machine", "RequestTimeTooSkewed");
    errorIn(outcome, 7);
  }

  @Test
  void tableOfTwoChecksIsNamedBeforeAnythingIsAsked() {
    hammer()
        .file(
            "hammer.yaml",
            """
            s3_bucket_acl:
              ddb.table_name: old-s3
            s3_encryption:
              ddb.table_name: old-s3
            """)
        .with("HAMMER_STORE", "dynamodb:acme-")
        .run("scan")
        .exits(2)
        .says("old-s3", "s3_bucket_acl", "s3_encryption", "ddb.table_name");
    assertThat(aws.calls().all()).isEmpty();
  }

  /** Even where keys lie in the environment: who names a profile means that one. */
  @Test
  void unknownProfileIsNobodyWhateverElseIsThere() {
    Outcome outcome = hammer().run("scan", "--profile", "nosuch", "-o", "json").exits(7);
    outcome.says("\"nosuch\"");
    errorIn(outcome, 7);
    assertThat(aws.calls().all()).isEmpty();
  }

  @Test
  void silentEndpointIsNamed() {
    Hammer hammer = hammer().with("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
    Outcome outcome = hammer.run("scan", "-o", "json").exits(4);
    outcome.says("AWS does not answer", "http://127.0.0.1:1", "AWS_ENDPOINT_URL");
    errorIn(outcome, 4);
  }

  @Test
  void scopeThatMatchesNothingIsNoSuccess() {
    aws.scripts()
        .answer(
            "ec2",
            "DescribeRegions",
            """
            <DescribeRegionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
              <requestId>r</requestId>
              <regionInfo><item><regionName>eu-west-1</regionName>
                <optInStatus>opt-in-not-required</optInStatus></item></regionInfo>
            </DescribeRegionsResponse>
            """);
    for (String[] scope :
        List.of(
            new String[] {"--check", "s3_bucket_alc", "did you mean s3_bucket_acl?"},
            new String[] {"--service", "s4", "In scope: cloudtrail, ec2, iam, rds, s3, sqs"},
            new String[] {"--account", "prod-*", "In scope: " + WireStub.MAIN_ACCOUNT},
            new String[] {"--region", "eu-west-2", "did you mean eu-west-1?"})) {
      Outcome outcome = hammer().run("scan", scope[0], scope[1], "-o", "json").exits(2);
      outcome.says(scope[0], scope[1], scope[2]);
      errorIn(outcome, 2);
    }
  }

  @Test
  void storeOfANewerSchemaIsLeftAlone() throws IOException, SQLException {
    hammer().run("issues").exits(0);
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve(STORE));
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 99");
      statement.execute("PRAGMA journal_mode = DELETE");
    }
    byte[] before = Files.readAllBytes(home.resolve(STORE));
    Outcome outcome = hammer().run("scan", "-o", "json").exits(2);
    outcome.says("schema 99", STORE, "newer Hammer", "nothing was changed");
    errorIn(outcome, 2);
    assertThat(Files.readAllBytes(home.resolve(STORE))).isEqualTo(before);
    assertThat(aws.calls().all()).isEmpty();
  }

  @Test
  void otherFilesAreNoStoreAndLeftAlone() throws IOException, SQLException {
    hammer().file(STORE, "Dear diary, this is no database at all.\n".repeat(40));
    byte[] before = Files.readAllBytes(home.resolve(STORE));
    hammer().run("scan").exits(2).says(STORE, "is not a SQLite database", "--store");
    assertThat(Files.readAllBytes(home.resolve(STORE))).isEqualTo(before);

    Files.delete(home.resolve(STORE));
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve(STORE));
        var statement = connection.createStatement()) {
      statement.execute("CREATE TABLE recipes (name TEXT)");
    }
    hammer().run("scan").exits(2).says(STORE, "database of another program", "--store");
    hammer()
        .with("HAMMER_STORE", "sqlite:/dev/null/hammer.db")
        .run("scan")
        .exits(2)
        .says("/dev/null/hammer.db", "cannot be created", "--store");
    assertThat(aws.calls().all()).isEmpty();
  }

  @Test
  void readOnlyStoreIsNamed() throws IOException {
    hammer().run("issues").exits(0);
    Files.setPosixFilePermissions(
        home.resolve(STORE), PosixFilePermissions.fromString("r--------"));
    assumeFalse(Files.isWritable(home.resolve(STORE)), "root may write everything");
    hammer().run("scan").exits(2).says(STORE, "read-only", "--store");
  }

  private Hammer hammer() {
    return Hammer.in(
            home,
            Map.of(
                "AWS_ENDPOINT_URL", aws.endpoint().toString(),
                "AWS_ACCESS_KEY_ID", "HAMMERTESTS000000000",
                "AWS_SECRET_ACCESS_KEY", "false",
                "AWS_REGION", "eu-west-1",
                "AWS_EC2_METADATA_DISABLED", "true",
                "NO_PROXY", "127.0.0.1"))
        .with("HAMMER_STORE", "sqlite:" + STORE);
  }

  private static Outcome run(Hammer hammer, List<String> arguments) {
    return hammer.run(
        Stream.concat(arguments.stream(), Stream.of("-o", "json")).toArray(String[]::new));
  }

  /** The document that is all of stdout. */
  private static Json errorIn(Outcome outcome, int exit) {
    Json document = outcome.json();
    assertThat(document.text("schema")).isEqualTo("hammer/error/1");
    assertThat(document.number("error.exit_code")).isEqualTo(exit);
    assertThat(document.text("error.message")).isNotBlank();
    assertThat(document.list("error.problems")).isNotEmpty();
    return document;
  }
}
