package dev.hammer.aws;

import static dev.hammer.aws.StubAws.failureOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.ReadFailure.Kind;
import dev.hammer.core.resource.Region;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class AwsConnectionTest {
  private final StubAws aws = new StubAws();

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void identityIsWhatAwsSays() {
    CallerIdentity identity = aws.connection().identity();
    assertThat(identity.account()).isEqualTo(StubAws.MAIN);
    assertThat(identity.arn()).isEqualTo("arn:aws:iam::123456789012:user/hammer");
    assertThat(identity.expires()).isEmpty();
    assertThat(aws.calls().ended()).containsExactly("- eu-west-1 sts:GetCallerIdentity ok");
  }

  @ParameterizedTest
  @CsvSource({
    "403, InvalidClientTokenId, CREDENTIALS",
    "403, ExpiredToken, CREDENTIALS",
    "403, SignatureDoesNotMatch, CREDENTIALS",
    "403, AccessDenied, DENIED",
    "400, Throttling, THROTTLED",
  })
  void rejectedIdentityTellsWhy(int status, String code, Kind kind) {
    aws.stub().faults().add(Fault.always("sts", "*", FaultAnswer.error(status, code)));
    ReadFailure failure = failureOf(() -> aws.connection().identity());
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.call()).hasToString("sts:GetCallerIdentity");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Arn>arn:aws:iam::1:user/a</Arn><Account>1</Account>",
        "<Arn>arn:aws:iam::123456789012:user/a</Arn>",
        "<Account>123456789012</Account>",
        "<Arn>arn:aws:iam::123456789012:user/\u009b31m</Arn><Account>123456789012</Account>",
      })
  void identityThatNamesNobodyIsBroken(String result) {
    aws.stub()
        .scripts()
        .answer(
            "sts",
            "GetCallerIdentity",
            "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                + "<GetCallerIdentityResult>"
                + result
                + "</GetCallerIdentityResult></GetCallerIdentityResponse>");
    assertThat(failureOf(() -> aws.connection().identity()).kind()).isEqualTo(Kind.BROKEN);
  }

  /** With the pauses the SDK makes between attempts. */
  @Test
  void refusedConnectionFailsAtOnce() {
    try (var port = new DeadPort();
        var nobody =
            new AwsConnection(
                StubAws.options(port.address(), Duration.ofMinutes(2)),
                InstantSource.system(),
                CallLog.NONE)) {
      long began = System.nanoTime();
      assertThat(failureOf(nobody::identity).kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }
  }

  /** A listener that never answers: with two minutes for other calls, fifteen seconds for this. */
  @Test
  void silentEndpointIsGivenUpSoon() {
    aws.stub().faults().add(Fault.always("sts", "*", FaultAnswer.slow(Duration.ofMinutes(5))));
    AwsOptions options = StubAws.options(aws.stub().endpoint(), Duration.ofMinutes(2));
    try (AwsConnection silent = StubAws.connect(options, CallLog.NONE)) {
      long began = System.nanoTime();
      assertThat(failureOf(silent::identity).kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void endpointThatWasAskedForGoesBeforeAllSettings() {
    URI asked = URI.create("http://127.0.0.1:4711");
    assertThat(AwsConnection.foreignEndpoint(Optional.of(asked), Optional.empty())).contains(asked);
    assertThat(aws.connection().foreignEndpoint()).contains(aws.stub().endpoint());
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:5000", "/tmp/socket", "ftp://127.0.0.1", "http:///path"})
  void endpointThatIsNoAddressIsRefusedBeforeAnythingStarts(String text) {
    AwsOptions options = StubAws.options(URI.create(text), Duration.ofSeconds(5));
    assertThatThrownBy(() -> StubAws.connect(options, CallLog.NONE).close())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the endpoint is not an http or https address");
  }

  @Test
  void enabledRegionsAreSortedAndLeaveOutWhatIsNotOptedIn() {
    regions(
        "<item><regionName>eu-west-1</regionName><optInStatus>opt-in-not-required</optInStatus></item>"
            + "<item><regionName>ap-east-1</regionName><optInStatus>not-opted-in</optInStatus></item>"
            + "<item><regionName>af-south-1</regionName><optInStatus>opted-in</optInStatus></item>"
            + "<item><regionName>us-gov-west-1</regionName></item>");
    assertThat(aws.own().enabledRegions())
        .containsExactly(
            Region.of("af-south-1"), Region.of("eu-west-1"), Region.of("us-gov-west-1"));
    assertThat(aws.stub().calls().count("ec2", "DescribeRegions")).isEqualTo(1);
  }

  /** Looking at no region at all would make a scan of nothing look complete. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<item><regionName>ap-east-1</regionName><optInStatus>not-opted-in</optInStatus></item>",
        "<item><optInStatus>opted-in</optInStatus></item>",
        "<item><regionName></regionName></item>",
        "<item><regionName>evil.example.com/#</regionName></item>",
      })
  void accountWithoutRegionsIsBroken(String items) {
    regions(items);
    assertThat(failureOf(() -> aws.own().enabledRegions()).kind()).isEqualTo(Kind.BROKEN);
  }

  @Test
  void restKeepsTheAccountReadable() {
    Service.EC2.script(aws.stub().scripts());
    AccountAccess member = aws.connection().member(StubAws.MEMBER, StubAws.ROLE);
    assertThat(Service.EC2.count(member.in(Region.of("eu-west-1")))).isEqualTo(2);
    member.rest();
    assertThat(Service.EC2.count(member.in(Region.of("eu-west-1")))).isEqualTo(2);
    assertThat(aws.stub().calls().count("sts", "AssumeRole")).isEqualTo(1);
    member.close();
  }

  @Test
  void callsThatRunWhileTheAccountRestsAreAnswered() throws Exception {
    Service.EC2.script(aws.stub().scripts());
    aws.stub().delay(Duration.ofMillis(150));
    AccountAccess member = aws.connection().member(StubAws.MEMBER, StubAws.ROLE);
    AwsScope scope = member.in(Region.of("eu-west-1"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          Stream.generate(() -> threads.submit(() -> Service.EC2.count(scope))).limit(20).toList();
      while (aws.calls().requests() < 4) {
        Thread.onSpinWait();
      }
      member.rest();
      for (var call : calls) {
        assertThat(call.get()).isEqualTo(2);
      }
    }
  }

  @Test
  void closingOneAccountLeavesTheOthersAndTheCaller() {
    Service.EC2.script(aws.stub().scripts());
    AccountAccess first = aws.connection().member(StubAws.MEMBER, StubAws.ROLE);
    AccountAccess own = aws.own();
    first.close();
    own.close();
    assertThat(Service.EC2.count(aws.scope())).isEqualTo(2);
    AccountAccess again = aws.connection().member(StubAws.MEMBER, StubAws.ROLE);
    assertThat(Service.EC2.count(again.in(Region.of("eu-west-1")))).isEqualTo(2);
  }

  @Test
  void hundredsOfClientsShareOneTimerAndClosingLeavesNoThread() {
    for (Service service : Service.values()) {
      service.script(aws.stub().scripts());
    }
    AwsOptions options = StubAws.options(aws.stub().endpoint(), Duration.ofSeconds(20));
    AwsConnection connection = StubAws.connect(options, CallLog.NONE);
    AccountAccess access = connection.own(connection.identity());
    for (int region = 1; region <= 5; region++) {
      for (Service service : Service.values()) {
        service.count(access.in(Region.of("eu-test-" + region)));
      }
    }
    List<Thread> timers = threads("hammer-call-timer", "sdk-ScheduledExecutor");
    assertThat(timers).hasSizeBetween(1, 2).allMatch(Thread::isDaemon);
    aws.connection().close();
    access.close();
    connection.close();
    connection.close();
    while (!threads("hammer-call-timer", "sdk-").isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private void regions(String items) {
    aws.stub()
        .scripts()
        .answer(
            "ec2",
            "DescribeRegions",
            "<DescribeRegionsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><regionInfo>"
                + items
                + "</regionInfo></DescribeRegionsResponse>");
  }

  private static List<Thread> threads(String... names) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> Stream.of(names).anyMatch(thread.getName()::startsWith))
        .toList();
  }
}
