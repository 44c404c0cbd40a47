package dev.hammer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.Region;
import dev.hammer.testing.stub.Call;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import dev.hammer.testing.stub.Rate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The SDK's own clients and retries against a stub that enforces rates as AWS does. */
@Timeout(60)
class RatesOnTheWireTest {
  private final StubAws aws = new StubAws();
  private final Calls calls = new Calls();
  private final AwsConnection connection =
      new AwsConnection(
          StubAws.options(aws.stub().endpoint(), Duration.ofSeconds(20)),
          InstantSource.system(),
          calls);

  @AfterEach
  void close() {
    connection.close();
    aws.close();
  }

  @Test
  void publishedRateIsKeptAndNothingIsThrottled() throws Exception {
    Service.CLOUDTRAIL.script(aws.stub().scripts());
    aws.stub().rates().enforce(Rate.PUBLISHED);
    AwsScope scope = own("eu-west-1");
    long began = System.nanoTime();
    together(14, scope, Service.CLOUDTRAIL);
    // Eight at once, then one each 300 ms.
    assertThat(Duration.ofNanos(System.nanoTime() - began))
        .isBetween(Duration.ofMillis(1790), Duration.ofSeconds(10));
    assertThat(aws.stub().calls().all()).hasSize(14).noneMatch(Call::throttled);
    assertThat(calls.waited()).isGreaterThan(Duration.ofMillis(1500));
    assertThat(calls.throttled()).isZero();
  }

  @Test
  void otherRegionsAndServicesDoNotWaitForIt() throws Exception {
    Service.CLOUDTRAIL.script(aws.stub().scripts());
    Service.SQS.script(aws.stub().scripts());
    together(8, own("eu-west-1"), Service.CLOUDTRAIL);
    together(8, own("us-east-1"), Service.CLOUDTRAIL);
    together(50, own("eu-west-1"), Service.SQS);
    assertThat(calls.waited()).isZero();
  }

  @Test
  void unpublishedRateIsLearntAndEveryCallIsAnswered() throws Exception {
    Service.SQS.script(aws.stub().scripts());
    aws.stub().delay(Duration.ofMillis(10));
    aws.stub().rates().enforce(Rate.shared("sqs", "*", 10, 25));
    together(90, own("eu-west-1"), Service.SQS);
    List<Call> all = aws.stub().calls().all();
    long throttled = all.stream().filter(Call::throttled).count();
    assertThat(throttled).isBetween(1L, 45L).isEqualTo(calls.throttled());
    assertThat(all).hasSize(90 + (int) throttled);
    assertThat(calls.ended()).hasSize(90).allMatch(end -> end.endsWith(" ok"));
  }

  /** The last one waits for three seconds; the whole call may take two. */
  @Test
  void waitingForARateIsNoPartOfTheTimeACallMayTake() throws Exception {
    Service.CLOUDTRAIL.script(aws.stub().scripts());
    try (AwsConnection hurried = within(Duration.ofSeconds(2))) {
      together(18, own(hurried, "eu-west-1"), Service.CLOUDTRAIL);
    }
    assertThat(aws.stub().calls().size()).isEqualTo(18);
  }

  /** Eight come back from their pause and wait for tokens, until the SDK ends their time. */
  @Test
  void timeThatEndsBeforeAFurtherAttemptIsATimeoutAndStopsNobody() throws Exception {
    Service.CLOUDTRAIL.script(aws.stub().scripts());
    aws.stub().faults().add(Fault.first(8, "cloudtrail", "*", FaultAnswer.throttled()));
    try (AwsConnection hurried = within(Duration.ofSeconds(2));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      AwsScope scope = own(hurried, "eu-west-1");
      List<Future<String>> ends = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        ends.add(threads.submit(() -> end(scope)));
      }
      List<String> all = new ArrayList<>();
      for (Future<String> end : ends) {
        all.add(end.get());
      }
      assertThat(all)
          .contains("UNREACHABLE")
          .allMatch(e -> List.of("UNREACHABLE", "2").contains(e));
    }
  }

  private static String end(AwsScope scope) {
    String end;
    try {
      end = "" + Service.CLOUDTRAIL.count(scope);
    } catch (UnreadableException failed) {
      end = failed.failure().kind().name();
    }
    return Thread.interrupted() ? "interrupted" : end;
  }

  @Test
  void throttledCallThatIsRefusedForGoodIsCountedAttemptByAttempt() {
    aws.stub().faults().add(Fault.always("iam", "*", FaultAnswer.throttled()));
    ReadFailure failure = StubAws.failureOf(() -> Service.IAM.count(own("eu-west-1")));
    assertThat(failure.kind()).isEqualTo(ReadFailure.Kind.THROTTLED);
    assertThat(calls.throttled()).isEqualTo(aws.stub().calls().size()).isEqualTo(4);
  }

  /** Sixty-four calls pause between attempts; another account does not wait for them. */
  @Test
  void callsThatPauseHoldNoPlace() throws Exception {
    Service.SQS.script(aws.stub().scripts());
    aws.stub().faults().add(Fault.always("iam", "*", FaultAnswer.throttled()));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> throttled = new ArrayList<>();
      for (int region = 0; region < 8; region++) {
        AwsScope scope = own("eu-test-" + region);
        for (int i = 0; i < 8; i++) {
          throttled.add(threads.submit(() -> quietly(scope)));
        }
      }
      while (aws.stub().calls().count("iam", "ListUsers") < 64) {
        Thread.onSpinWait();
      }
      assertThat(Service.SQS.count(own("eu-west-1"))).isEqualTo(2);
      assertThat(throttled).anyMatch(call -> !call.isDone());
      threads.shutdownNow();
    }
  }

  private static void quietly(AwsScope scope) {
    try {
      Service.IAM.count(scope);
    } catch (UnreadableException expected) {
      assertThat(expected.failure().kind())
          .isIn(ReadFailure.Kind.THROTTLED, ReadFailure.Kind.NOT_REACHED);
    }
  }

  private static void together(int count, AwsScope scope, Service service) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        answers.add(threads.submit(() -> service.count(scope)));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(2);
      }
    }
  }

  private AwsConnection within(Duration callTimeout) {
    return new AwsConnection(
        StubAws.options(aws.stub().endpoint(), callTimeout), InstantSource.system(), calls);
  }

  private AwsScope own(String region) {
    return own(connection, region);
  }

  private static AwsScope own(AwsConnection connection, String region) {
    return connection
        .own(new CallerIdentity(StubAws.MAIN, "arn:aws:iam::1:root", Optional.empty()))
        .in(Region.of(region));
  }
}
