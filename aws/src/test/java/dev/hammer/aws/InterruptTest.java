package dev.hammer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.Region;
import dev.hammer.testing.stub.Fault;
import dev.hammer.testing.stub.FaultAnswer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class InterruptTest {
  private static final String STOPPED = "NOT_REACHED, still interrupted";

  private final StubAws aws = new StubAws();
  private final Queue<String> ends = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void answer() {
    Service.EC2.script(aws.stub().scripts());
  }

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void threadThatWasInterruptedBeforeSendsNothing() throws Exception {
    AwsScope scope = aws.scope();
    Thread caller = Thread.ofPlatform().unstarted(() -> ask(scope));
    caller.start();
    caller.join();
    assertThat(ends).containsExactly("2");
    Thread late =
        Thread.ofPlatform()
            .start(
                () -> {
                  Thread.currentThread().interrupt();
                  ask(scope);
                });
    late.join();
    assertThat(ends).containsExactly("2", STOPPED);
    assertThat(aws.stub().calls().size()).isEqualTo(1);
  }

  @Test
  void threadInACallStopsAtOnce() throws Exception {
    hang();
    AwsScope scope = aws.scope();
    Thread caller = Thread.ofVirtual().start(() -> ask(scope));
    awaitRequests(1);
    caller.interrupt();
    caller.join();
    assertThat(ends).containsExactly(STOPPED);
    assertThat(aws.calls().ended())
        .containsExactly("123456789012 eu-west-1 ec2:DescribeVolumes stopped");
  }

  @Test
  void threadThatWaitsForAPlaceStopsAtOnce() throws Exception {
    hang();
    AwsScope scope = aws.scope();
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      callers.add(Thread.ofVirtual().start(() -> ask(scope)));
    }
    awaitRequests(8);
    Thread waiting = Thread.ofVirtual().start(() -> ask(scope));
    while (waiting.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    waiting.interrupt();
    waiting.join();
    assertThat(ends).containsExactly(STOPPED);
    for (Thread caller : callers) {
      caller.interrupt();
      caller.join();
    }
    assertThat(ends).hasSize(9).allMatch(STOPPED::equals);
  }

  /** With the pauses of the SDK, which are long for throttled calls. */
  @Test
  void threadBetweenTwoAttemptsStopsAtOnce() throws Exception {
    aws.stub().faults().add(Fault.always("ec2", "*", FaultAnswer.throttled()));
    AwsOptions options = StubAws.options(aws.stub().endpoint(), Duration.ofSeconds(20));
    Calls calls = new Calls();
    try (var patient = new AwsConnection(options, InstantSource.system(), calls)) {
      AwsScope scope =
          patient
              .own(new CallerIdentity(StubAws.MAIN, "arn:aws:iam::1:root", Optional.empty()))
              .in(Region.of("eu-west-1"));
      Thread caller = Thread.ofVirtual().start(() -> ask(scope));
      while (aws.stub().calls().size() < 2) {
        Thread.onSpinWait();
      }
      caller.interrupt();
      caller.join();
      assertThat(ends).containsExactly(STOPPED);
    }
  }

  @Test
  void threadThatEntersAnAccountStopsAtOnce() throws Exception {
    aws.stub().faults().add(Fault.always("sts", "*", FaultAnswer.slow(Duration.ofMinutes(5))));
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    aws.connection().member(StubAws.MEMBER, StubAws.ROLE).close();
                  } catch (UnreadableException unreadable) {
                    ends.add(end(unreadable));
                  }
                });
    awaitRequests(1);
    caller.interrupt();
    caller.join();
    assertThat(ends).containsExactly(STOPPED);
  }

  @Test
  void stoppedScanLeavesNoCallBehindAndEveryPlaceFree() throws Exception {
    hang();
    AwsScope scope = aws.scope();
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    try (threads) {
      for (int i = 0; i < 40; i++) {
        threads.execute(() -> ask(scope));
      }
      awaitRequests(8);
      threads.shutdownNow();
    }
    assertThat(ends).hasSize(40).allMatch(STOPPED::equals);
    aws.stub().faults().clear();
    for (int i = 0; i < 100; i++) {
      assertThat(Service.EC2.count(scope)).isEqualTo(2);
    }
  }

  private void hang() {
    aws.stub().faults().add(Fault.always("ec2", "*", FaultAnswer.slow(Duration.ofMinutes(5))));
  }

  private void ask(AwsScope scope) {
    try {
      ends.add("" + Service.EC2.count(scope));
    } catch (UnreadableException unreadable) {
      ends.add(end(unreadable));
    }
  }

  private static String end(UnreadableException unreadable) {
    ReadFailure failure = unreadable.failure();
    return failure.kind()
        + (Thread.currentThread().isInterrupted() ? ", still interrupted" : ", flag lost");
  }

  private void awaitRequests(int count) {
    while (aws.calls().requests() < count) {
      Thread.onSpinWait();
    }
  }
}
