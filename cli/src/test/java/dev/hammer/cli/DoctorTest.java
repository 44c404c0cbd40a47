package dev.hammer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.hammer.app.CommandFailure.Kind;
import dev.hammer.app.doctor.Diagnosis;
import dev.hammer.app.doctor.Proven;
import dev.hammer.cli.doctor.DoctorScreen;
import dev.hammer.cli.terminal.Style;
import dev.hammer.core.value.Value;
import dev.hammer.json.JsonText;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  private static final Map<String, String> KEY =
      Map.of("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE", "aws.secretAccessKey", "secret");

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void sitDown() {
    shell = new Shell(folder);
    KEY.forEach(System::setProperty);
    System.setProperty("aws.region", "eu-west-1");
  }

  @AfterEach
  void leaveNoKey() {
    KEY.keySet().forEach(System::clearProperty);
    System.clearProperty("aws.region");
  }

  @Test
  void anAddressThatIsNoneIsAFailureLikeAnyOther() {
    System.setProperty("aws.endpointUrl", "nonsense");
    try {
      Golden.assertScreens(
          "doctor-address", shell.run("doctor"), shell.run("doctor", "-o", "json"));
    } finally {
      System.clearProperty("aws.endpointUrl");
    }
  }

  @Test
  void screenSaysWhatIsWrongWhatItCostsAndWhatToDo() {
    Diagnosis ill =
        new Diagnosis(
            List.of(
                proven("config", Proven.State.OK, "./hammer.yaml   13 checks on"),
                proven("store", Proven.State.OK, "sqlite:/home/lea/h.db   schema 2   writable"),
                proven("identity", Proven.State.OK, "arn:aws:iam::1:user/\u001b[2Jlea"),
                new Proven(
                    "accounts",
                    Proven.State.FAIL,
                    "10 of 12 ready",
                    "",
                    List.of(
                        new Proven.Part(
                            "cannot assume hammer-identify in sandbox-7 (777777777777): access denied",
                            "Compare the role's trust policy with your identity and aws.external_id"),
                        new Proven.Part("cannot list the regions of dev: no answer", "Try again")),
                    Optional.of(Kind.INCOMPLETE))));
    Diagnosis well =
        new Diagnosis(
            List.of(
                proven("config", Proven.State.OK, "none, built-in defaults"),
                proven("identity", Proven.State.SKIP, "not asked (--offline)")));

    Golden.assertText(
        "doctor", screen(ill, 100) + "\n" + screen(ill, 60) + "\n" + screen(well, 100));
  }

  @Test
  void missingActionsAreNamedWithWhatTheyBlind() {
    Diagnosis ill =
        new Diagnosis(
            List.of(
                new Proven(
                    "actions",
                    Proven.State.FAIL,
                    "1 of 2 accounts refuse nothing   not proved everywhere: s3:GetBucketAcl",
                    "",
                    List.of(
                        new Proven.Part(
                            "data (222222222222): hammer-identify lacks 2 of 36 actions:"
                                + " rds:DescribeDBSnapshots, s3:GetBucketTagging. Blind:"
                                + " rds_public_snapshot. Less exact: s3_bucket_acl",
                            "Allow them: hammer policy --account 222222222222")),
                    Optional.of(Kind.INCOMPLETE))));

    Golden.assertText("doctor-deep", screen(ill, 100) + "\n" + screen(ill, 60));
  }

  @Test
  void deepIsOfflineOnlyWhatCanBe() {
    assertThat(shell.run("doctor", "--deep", "--offline").out())
        .contains(" skip  actions    not asked (--offline)");
  }

  @Test
  void brokenConfigurationIsAFindingNotTheEnd() {
    shell.write("hammer.yaml", "aws: [1]\n");

    Shell.Ended ended = shell.run("doctor", "--offline");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out())
        .contains(" FAIL  config     /home/lea/hammer.yaml   1 error")
        .contains(" ok    store")
        .contains("1 problem. Until then nothing that needs the configuration starts.")
        .contains("hammer config validate");
  }

  @Test
  void brokenStoreIsAFindingNotTheEnd() {
    shell.write("junk.db", "this is no database, whatever its name says".repeat(40));

    Shell.Ended ended = shell.run("doctor", "--offline", "--store", "sqlite:junk.db");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).contains(" ok    config").contains(" FAIL  store");
  }

  @Test
  void identityAndAccountsAreProvedByCalls() throws IOException {
    Shell.Ended ended =
        against(
            body ->
                body.contains("GetCallerIdentity")
                    ? new Answer(200, identity())
                    : new Answer(200, regions()),
            "doctor");

    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .contains(" ok    identity   arn:aws:iam::123456789012:user/lea")
        .contains(" ok    accounts   1 of 1 ready")
        .contains("No problems.");
  }

  @Test
  void rejectedKeyIsNobody() throws IOException {
    Shell.Ended ended =
        against(_ -> new Answer(403, error("ExpiredToken")), "doctor", "--only", "accounts");

    assertThat(ended.code()).isEqualTo(7);
    assertThat(ended.out())
        .contains(" FAIL  identity   The AWS credentials have expired")
        .contains(" skip  accounts   not tried without an identity")
        .doesNotContain("config");
  }

  @Test
  void accountThatIsNotReadyIsIncomplete() throws IOException {
    Shell.Ended ended =
        against(
            body ->
                body.contains("GetCallerIdentity")
                    ? new Answer(200, identity())
                    : new Answer(403, ec2Error("UnauthorizedOperation")),
            "doctor",
            "-o",
            "json");
    Value.Fields document = (Value.Fields) JsonText.parse(ended.out());

    assertThat(ended.code()).isEqualTo(4);
    assertThat(document.text("schema")).hasValue("hammer/doctor/1");
    assertThat(document.get("problems")).hasValue(Value.of(1));
    assertThat(ended.out()).contains("ec2:DescribeRegions");
  }

  @Test
  void endpointThatDoesNotAnswerIsIncomplete() {
    Shell.Ended ended =
        shell.run("doctor", "--only", "identity", "--endpoint-url", "http://127.0.0.1:1");

    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.out()).contains("AWS does not answer (http://127.0.0.1:1)");
  }

  @Test
  void whatMakesNoSenseIsTold() throws IOException {
    assertThat(shell.run("doctor", "--only", "acounts").err()).contains("did you mean accounts?");
    Shell.Ended ended =
        against(_ -> new Answer(200, identity()), "doctor", "--account", "prod-web");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("--account prod-web matches no account in scope");
  }

  private static Proven proven(String name, Proven.State state, String text) {
    return new Proven(name, state, text, "", List.of(), Optional.empty());
  }

  private static String screen(Diagnosis diagnosis, int width) {
    return String.join("\n", new DoctorScreen(diagnosis, width, new Style(false), "hammer").lines())
        + "\n";
  }

  /** One answer of the pretend AWS. */
  private record Answer(int status, String body) {}

  private Shell.Ended against(Function<String, Answer> aws, String... command) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          Answer answer = aws.apply(body);
          byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("x-amzn-RequestId", "r-1");
          exchange.sendResponseHeaders(answer.status(), bytes.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
    server.start();
    try {
      String[] words = Arrays.copyOf(command, command.length + 2);
      words[command.length] = "--endpoint-url";
      words[command.length + 1] = "http://127.0.0.1:" + server.getAddress().getPort();
      return shell.run(words);
    } finally {
      server.stop(0);
    }
  }

  private static String identity() {
    return """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
        <GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/lea</Arn>
        <UserId>AIDA</UserId><Account>123456789012</Account></GetCallerIdentityResult>
        <ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata>
        </GetCallerIdentityResponse>""";
  }

  private static String regions() {
    return """
        <DescribeRegionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
        <requestId>r-1</requestId><regionInfo><item><regionName>eu-west-1</regionName>
        <optInStatus>opt-in-not-required</optInStatus></item></regionInfo>
        </DescribeRegionsResponse>""";
  }

  private static String error(String code) {
    return """
        <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>
        <Code>%s</Code><Message>no</Message></Error><RequestId>r-1</RequestId></ErrorResponse>"""
        .formatted(code);
  }

  private static String ec2Error(String code) {
    return """
        <Response><Errors><Error><Code>%s</Code><Message>no</Message></Error></Errors>
        <RequestID>r-1</RequestID></Response>"""
        .formatted(code);
  }
}
