package dev.hammer.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What environment, properties and shared files say, each seen by a program of its own. */
@Timeout(60)
class SurroundingsTest {
  private static final String NO_KEYS = "";

  @TempDir private Path folder;

  private final StubAws aws = new StubAws();
  private final Map<String, String> environment = new TreeMap<>();
  private final List<String> properties = new ArrayList<>();
  private final Queue<String> keys = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void rememberTheKeyOfEachCall() throws IOException {
    config(NO_KEYS);
    aws.stub()
        .scripts()
        .answer(
            "sts",
            "GetCallerIdentity",
            question -> {
              String signed = question.request().header("authorization").orElse("");
              keys.add(signed.replaceFirst(".*Credential=([^/]+)/.*", "$1"));
              return question.truth();
            });
  }

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void nothingSetIsNoCredentialsAndSaidSoon() throws Exception {
    long began = System.nanoTime();
    assertThat(ask("-", "-"))
        .containsExactly(
            "home us-east-1",
            "unreadable CREDENTIALS NoCredentials: no AWS credentials were found");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
  }

  @Test
  void keyAndEndpointOfTheEnvironmentAreUsed() throws Exception {
    key("AKIAENVIRONMENT00000");
    environment.put("AWS_ENDPOINT_URL", aws.stub().endpoint().toString());
    assertThat(ask("-", "eu-central-1"))
        .containsExactly(
            "home eu-central-1",
            "endpoint " + aws.stub().endpoint(),
            "identity arn:aws:iam::123456789012:user/hammer");
    assertThat(keys).containsExactly("AKIAENVIRONMENT00000");
  }

  /** Where nobody listens as a proxy, only calls that leave this machine would fail. */
  @Test
  void proxiesAreNotForThisMachine() throws Exception {
    key("AKIAENVIRONMENT00000");
    environment.put("AWS_ENDPOINT_URL", aws.stub().endpoint().toString());
    try (var port = new DeadPort()) {
      environment.put("HTTP_PROXY", port.address().toString());
      environment.put("HTTPS_PROXY", port.address().toString());
      properties.add("-Dhttp.proxyHost=127.0.0.1");
      properties.add("-Dhttp.proxyPort=" + port.number());
      assertThat(ask("-", "-")).contains("identity arn:aws:iam::123456789012:user/hammer");
    }
  }

  /** Two accounts at hand: the one that was named must be the one that is read. */
  @Test
  void profileThatWasAskedForIsTheOnlyPlace() throws Exception {
    key("AKIAENVIRONMENT00000");
    config(
        """
        [profile audit]
        region = eu-north-1
        endpoint_url = %s
        aws_access_key_id = AKIAPROFILE000000000
        aws_secret_access_key = s
        """
            .formatted(aws.stub().endpoint()));
    assertThat(ask("audit", "eu-central-1"))
        .containsExactly(
            "home eu-north-1",
            "endpoint " + aws.stub().endpoint(),
            "identity arn:aws:iam::123456789012:user/hammer");
    assertThat(keys).containsExactly("AKIAPROFILE000000000");
  }

  @Test
  void profileThatDoesNotExistIsNamedAndNothingElseIsTried() throws Exception {
    key("AKIAENVIRONMENT00000");
    environment.put("AWS_ENDPOINT_URL", aws.stub().endpoint().toString());
    assertThat(ask("audti", "-"))
        .contains("unreadable CREDENTIALS NoSuchProfile: there is no AWS profile \"audti\"");
    assertThat(keys).isEmpty();
  }

  @Test
  void profileOfTheEnvironmentThatDoesNotExistIsNamed() throws Exception {
    environment.put("AWS_PROFILE", "audti");
    assertThat(ask("-", "-"))
        .contains("unreadable CREDENTIALS NoSuchProfile: there is no AWS profile \"audti\"");
  }

  @Test
  void profileWithoutAWayInHasNoCredentials() throws Exception {
    config("[profile audit]\nregion = eu-north-1\n");
    assertThat(ask("audit", "-"))
        .contains(
            "unreadable CREDENTIALS NoCredentials:"
                + " no AWS credentials were found in profile \"audit\"");
  }

  @ParameterizedTest
  @CsvSource({"audit, -", "-, audit"})
  void signInThatIsMissingIsToldWithItsProfile(String asked, String variable) throws Exception {
    environment.put("HOME", folder.toString());
    properties.add("-Duser.home=" + folder);
    if (!variable.equals("-")) {
      environment.put("AWS_PROFILE", variable);
    }
    config(
        """
        [profile audit]
        sso_session = company
        sso_account_id = 123456789012
        sso_role_name = audit
        [sso-session company]
        sso_region = eu-west-1
        sso_start_url = https://company.invalid/start
        """);
    assertThat(ask(asked, "-").getLast())
        .startsWith("unreadable CREDENTIALS ")
        .contains("AWS profile \"audit\"");
  }

  @Test
  void roleOfTheProfileThatIsRefusedIsToldWithItsProfile() throws Exception {
    aws.stub().faults().add(Fault.always("sts", "AssumeRole", FaultAnswer.denied()));
    config(
        """
        [profile audit]
        role_arn = arn:aws:iam::222222222222:role/audit
        source_profile = base
        region = eu-west-1
        [profile base]
        region = eu-west-1
        aws_access_key_id = AKIAPROFILE000000000
        aws_secret_access_key = s
        """);
    environment.put("AWS_ENDPOINT_URL", aws.stub().endpoint().toString());
    assertThat(ask("audit", "-").getLast())
        .isEqualTo(
            "unreadable CREDENTIALS AccessDenied: AWS profile \"audit\" was refused: denied"
                + " (AccessDenied)");
  }

  @Test
  void filesThatMakeNoSenseAreTold() throws Exception {
    config("region = eu-west-1\n[default\n");
    assertThat(ask("audit", "-").getLast())
        .isEqualTo(
            "unreadable CREDENTIALS BadSharedConfig:"
                + " the AWS config or credentials file cannot be understood");
  }

  @ParameterizedTest
  @CsvSource({
    "us-west-2, eu-north-1, eu-central-1, us-west-2",
    "-,         eu-north-1, eu-central-1, eu-north-1",
    "-,         -,          eu-central-1, eu-central-1",
    "-,         -,          -,            us-east-1",
  })
  void homeRegionIsThatOfEnvironmentProfileAndConfigurationInThisOrder(
      String variable, String profile, String configured, String home) throws Exception {
    if (!variable.equals("-")) {
      environment.put("AWS_REGION", variable);
    }
    if (!profile.equals("-")) {
      config("[default]\nregion = " + profile + "\n");
    }
    assertThat(ask("-", configured)).startsWith("home " + home);
  }

  @Test
  void endpointThatIsNoAddressIsRefusedByName() throws Exception {
    environment.put("AWS_ENDPOINT_URL", "user:secret@localhost:5000");
    assertThat(ask("-", "-"))
        .containsExactly("refused AWS_ENDPOINT_URL is not an http or https address");
  }

  private void key(String id) {
    environment.put("AWS_ACCESS_KEY_ID", id);
    environment.put("AWS_SECRET_ACCESS_KEY", "s");
  }

  private void config(String text) throws IOException {
    Files.writeString(folder.resolve("config"), text);
    Files.writeString(folder.resolve("credentials"), "");
  }

  private List<String> ask(String profile, String homeRegion) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(properties);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Asking.class.getName(), profile, homeRegion));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
    builder.environment().put("AWS_CONFIG_FILE", folder.resolve("config").toString());
    builder
        .environment()
        .put("AWS_SHARED_CREDENTIALS_FILE", folder.resolve("credentials").toString());
    builder.environment().putAll(environment);
    Process program = builder.start();
    try (var output = program.inputReader(UTF_8)) {
      List<String> lines = output.lines().toList();
      assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
      return lines;
    }
  }
}
