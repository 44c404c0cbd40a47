package dev.hammer.aws;

import static dev.hammer.aws.StubAws.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.ReadFailure.Kind;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.Region;
import dev.hammer.testing.TestClock;
import dev.hammer.testing.stub.CallPattern;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import dev.hammer.testing.stub.Question;
import dev.hammer.testing.stub.Script;
import dev.hammer.testing.stub.TextAnswer;
import dev.hammer.testing.stub.WireReply;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class RoleSessionTest {
  /** So near its end that the next call renews it, and yet good for that call. */
  private static final Duration SHORT = Duration.ofSeconds(90);

  private final StubAws aws = new StubAws();
  private final Queue<String> keys = new ConcurrentLinkedQueue<>();
  private final AtomicInteger sessions = new AtomicInteger();

  @BeforeEach
  void rememberTheKeyOfEachCall() {
    aws.stub()
        .scripts()
        .answer(
            "ec2",
            "DescribeVolumes",
            question -> {
              String signed = question.request().header("authorization").orElse("");
              keys.add(signed.replaceFirst(".*Credential=([^/]+)/.*", "$1"));
              return question.ok(Service.EC2.body());
            });
  }

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void roleIsAssumedWithAllThatWasSaid() {
    Map<String, String> sent = new ConcurrentHashMap<>();
    aws.stub()
        .scripts()
        .answer(
            "sts",
            "AssumeRole",
            question -> {
              for (String name :
                  new String[] {"RoleArn", "RoleSessionName", "ExternalId", "DurationSeconds"}) {
                question.parameter(name).ifPresent(value -> sent.put(name, value));
              }
              return question.truth();
            });
    aws.connection().member(StubAws.MEMBER, StubAws.ROLE).close();
    assertThat(new TreeMap<>(sent))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "RoleArn", "arn:aws:iam::222222222222:role/hammer-identify",
                "RoleSessionName", "hammer-s-1",
                "ExternalId", "shared-42",
                "DurationSeconds", "3600"));
    sent.clear();
    RoleEntry plain =
        new RoleEntry("/ops/hammer", Optional.empty(), "hammer-s-2", Duration.ofMinutes(15));
    aws.connection().member(StubAws.MEMBER, plain).close();
    assertThat(sent)
        .doesNotContainKey("ExternalId")
        .containsEntry("RoleArn", "arn:aws:iam::222222222222:role/ops/hammer")
        .containsEntry("DurationSeconds", "900");
  }

  @ParameterizedTest
  @CsvSource({
    "eu-west-1, aws",
    "us-east-1, aws",
    "cn-north-1, aws-cn",
    "us-gov-west-1, aws-us-gov",
    "eu-new-9, aws",
  })
  void roleBelongsToThePartitionOfTheHomeRegion(String home, String partition) {
    Queue<String> arns = new ConcurrentLinkedQueue<>();
    aws.stub()
        .scripts()
        .answer(
            "sts",
            "AssumeRole",
            question -> {
              arns.add(question.parameter("RoleArn").orElse(""));
              return question.truth();
            });
    AwsOptions options =
        new AwsOptions(
            Optional.empty(),
            Optional.of(aws.stub().endpoint()),
            Optional.of(home),
            Optional.of(StubAws.KEY),
            Duration.ofSeconds(20));
    try (AwsConnection connection = StubAws.connect(options, CallLog.NONE);
        AccountAccess member = connection.member(StubAws.MEMBER, StubAws.ROLE)) {
      assertThat(member.in(Region.GLOBAL).partition()).isEqualTo(partition);
      assertThat(arns)
          .containsExactly("arn:" + partition + ":iam::222222222222:role/hammer-identify");
      assertThat(aws.stub().calls().all())
          .allMatch(call -> call.service().equals("sts") && call.region().equals(home));
    }
  }

  @Test
  void refusedRoleIsAFailureOfAssumeRole() {
    aws.stub().faults().add(Fault.always("sts", "AssumeRole", FaultAnswer.denied()));
    ReadFailure failure = failureOf(() -> aws.connection().member(StubAws.MEMBER, StubAws.ROLE));
    assertThat(failure.kind()).isEqualTo(Kind.DENIED);
    assertThat(failure.call().action()).isEqualTo("sts:AssumeRole");
    assertThat(aws.calls().ended()).containsExactly("222222222222 eu-west-1 sts:AssumeRole denied");
  }

  @Test
  void callsOfAMemberAreSignedWithItsSession() {
    AwsScope scope = enter(session(Duration.ofHours(1)));
    assertThat(Service.EC2.count(scope) + Service.EC2.count(scope)).isEqualTo(4);
    assertThat(keys).containsExactly("ASIA0000000000000001", "ASIA0000000000000001");
    assertThat(aws.stub().calls().matching(CallPattern.of("ec2", "*").inAccount("222222222222")))
        .hasSize(2);
  }

  @Test
  void sessionIsRenewedBeforeItEndsAndNoCallFails() {
    AwsScope scope =
        enter(
            question -> session(sessions.get() < 3 ? SHORT : Duration.ofHours(1)).answer(question));
    for (int call = 0; call < 10; call++) {
      assertThat(Service.EC2.count(scope)).isEqualTo(2);
    }
    assertThat(keys).startsWith("ASIA0000000000000002").endsWith("ASIA0000000000000004");
    assertThat(aws.stub().calls().count("sts", "AssumeRole")).isEqualTo(4);
  }

  @Test
  void renewalThatFailsCostsNothingWhileTheSessionLasts() {
    AwsScope scope = enter(question -> once(question, SHORT));
    assertThat(Service.EC2.count(scope)).isEqualTo(2);
    assertThat(keys).containsExactly("ASIA0000000000000001");
  }

  /** Told as what it is, and not as a permission that the member's role lacks. */
  @Test
  void sessionThatEndedAndCannotBeRenewedIsAFailureOfAssumeRole() {
    AwsScope scope = enter(question -> once(question, Duration.ZERO));
    Optional<ReadFailure> failure = Optional.empty();
    while (failure.isEmpty()) {
      try {
        Service.EC2.count(scope);
      } catch (UnreadableException ended) {
        failure = Optional.of(ended.failure());
      }
    }
    assertThat(failure.get().call().action()).isEqualTo("sts:AssumeRole");
    assertThat(failure.get().kind()).isEqualTo(Kind.DENIED);
  }

  @Test
  void clockOfTheScanIsTheConnections() {
    assertThat(aws.scope().now()).isEqualTo(TestClock.at("2026-11-24T10:00:00Z").instant());
  }

  private AwsScope enter(Script assumeRole) {
    aws.stub().scripts().answer("sts", "AssumeRole", assumeRole);
    return aws.connection().member(StubAws.MEMBER, StubAws.ROLE).in(Region.of(StubAws.REGION));
  }

  /** The first time a session, refused ever after. */
  private WireReply once(Question question, Duration lasts) {
    return sessions.get() == 0
        ? session(lasts).answer(question)
        : question.error(403, "AccessDenied", "no more");
  }

  /** Each session has a key of its own. */
  private Script session(Duration lasts) {
    return question -> {
      String key = "ASIA%016d".formatted(sessions.incrementAndGet());
      WireReply usual = TextAnswer.shared("sts.AssumeRole.session").answer(question);
      String body =
          usual
              .body()
              .text()
              .replaceFirst("ASIA[0-9]+", key)
              .replace("2100-01-01T00:00:00Z", Instant.now().plus(lasts).toString());
      return question.ok(body);
    };
  }
}
