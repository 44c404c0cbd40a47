package dev.hammer.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hammer.core.reading.ApiCall;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The governor where time stands still: CloudTrail has eight tokens at once, then 3.3 a second. */
@Timeout(30)
class GovernorTimeTest {
  private static final ApiCall PACED = ApiCall.of("cloudtrail", "GetTrailStatus");
  private static final ApiCall PLAIN = ApiCall.of("s3", "GetBucketAcl");
  private static final Duration TOKEN = Duration.ofMillis(300);

  private final SimulatedTime time = new SimulatedTime();
  private final AtomicLong waited = new AtomicLong();
  private final AtomicLong throttled = new AtomicLong();
  private final Governor governor = new Governor(Budget.THIRD, time, log());
  private final Queue<String> ends = new ConcurrentLinkedQueue<>();

  @AfterEach
  void close() {
    governor.close();
  }

  @Test
  void callGoesWhenItsTokenIsThereAndTheWaitIsCounted() throws Exception {
    useUpTheBurst();
    Thread caller = start(() -> send(PACED));
    awaitWaiting(caller);
    time.pass(TOKEN.minusMillis(1));
    assertThat(caller.getState()).isEqualTo(Thread.State.WAITING);
    time.pass(Duration.ofMillis(2));
    caller.join();
    assertThat(ends).containsExactly("done");
    assertThat(Duration.ofNanos(waited.get())).isBetween(TOKEN.minusMillis(1), TOKEN.plusMillis(1));
  }

  @Test
  void waitersSideBySideWaitForTheSameTimeOnce() throws Exception {
    useUpTheBurst();
    Thread[] callers = new Thread[5];
    for (int i = 0; i < callers.length; i++) {
      callers[i] = start(() -> send(PACED));
      awaitWaiting(callers[i]);
    }
    time.pass(TOKEN.multipliedBy(6));
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(Duration.ofNanos(waited.get()))
        .isBetween(TOKEN.multipliedBy(5).minusMillis(2), TOKEN.multipliedBy(5).plusMillis(2));
  }

  @Test
  void interruptedWaiterStopsAtOnceAndTakesNoToken() throws Exception {
    useUpTheBurst();
    Thread first = start(() -> send(PACED));
    awaitWaiting(first);
    Thread second = start(() -> send(PACED));
    awaitWaiting(second);
    first.interrupt();
    first.join();
    assertThat(ends).containsExactly("stopped");
    time.pass(TOKEN.plusMillis(1));
    second.join();
    assertThat(ends).containsExactly("stopped", "done");
  }

  @Test
  void closingEndsTheWaiting() throws Exception {
    useUpTheBurst();
    Thread caller = start(() -> send(PACED));
    awaitWaiting(caller);
    governor.close();
    caller.join();
    assertThat(ends).containsExactly("IllegalStateException");
  }

  @Test
  void callThatSendsNothingCostsNothing() throws Exception {
    for (int i = 0; i < 1000; i++) {
      assertThat(governor.within("1", "r", PACED, () -> "x")).isEqualTo("x");
    }
    assertThat(waited).hasValue(0);
  }

  @Test
  void callWithinACallWaitsForNothingButItsTokensAreTaken() throws Exception {
    useUpTheBurst();
    String answer =
        governor.within(
            "1",
            "r",
            PLAIN,
            () ->
                governor.within(
                    "1",
                    "r",
                    PACED,
                    () -> {
                      governor.sending();
                      governor.sending();
                      return "answered";
                    }));
    assertThat(answer).isEqualTo("answered");
    Thread caller = start(() -> send(PACED));
    awaitWaiting(caller);
    time.pass(TOKEN.multipliedBy(3).minusMillis(1));
    assertThat(caller.getState()).isEqualTo(Thread.State.WAITING);
    time.pass(Duration.ofMillis(2));
    caller.join();
    assertThat(ends).containsExactly("done");
  }

  @Test
  void furtherAttemptTakesATokenLikeTheFirst() throws Exception {
    useUpTheBurst();
    Thread caller =
        start(
            () ->
                governor.within(
                    "1",
                    "r",
                    PACED,
                    () -> {
                      governor.sending();
                      governor.throttled();
                      ends.add("pause " + governor.pausing().toMillis());
                      governor.sending();
                      return "done";
                    }));
    awaitWaiting(caller);
    time.pass(TOKEN.plusMillis(1));
    while (caller.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    assertThat(ends).containsExactly("pause 600");
    assertThat(throttled).hasValue(1);
    time.pass(Duration.ofMillis(598));
    assertThat(caller.getState()).isEqualTo(Thread.State.TIMED_WAITING);
    time.pass(Duration.ofMillis(3));
    caller.join();
    assertThat(ends).containsExactly("pause 600", "done");
  }

  @Test
  void interruptedBetweenTwoAttemptsStopsAtOnceAndLeavesItsRoom() throws Exception {
    useUpTheBurst();
    Thread caller =
        start(
            () ->
                governor.within(
                    "1",
                    "r",
                    PLAIN,
                    () -> {
                      governor.sending();
                      governor.throttled();
                      governor.pausing();
                      governor.sending();
                      return "done";
                    }));
    while (caller.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    caller.interrupt();
    caller.join();
    assertThat(ends).containsExactly("stopped");
    for (int i = 0; i < 20; i++) {
      time.pass(Duration.ofSeconds(1));
      assertThat(send(PLAIN)).isEqualTo("done");
    }
  }

  @Test
  void threadThatMakesNoCallIsNotPaced() throws Exception {
    for (int i = 0; i < 100; i++) {
      governor.sending();
      governor.answered();
    }
    assertThat(governor.pausing()).isZero();
    useUpTheBurst();
  }

  private void useUpTheBurst() throws Exception {
    for (int i = 0; i < 8; i++) {
      assertThat(send(PACED)).isEqualTo("done");
    }
  }

  private String send(ApiCall call) throws Exception {
    return governor.within(
        "1",
        "r",
        call,
        () -> {
          governor.sending();
          governor.answered();
          return "done";
        });
  }

  private Thread start(Callable<String> call) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                ends.add(call.call());
              } catch (InterruptedException stopped) {
                ends.add("stopped");
              } catch (Exception failed) {
                ends.add(failed.getClass().getSimpleName());
              }
            });
  }

  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING
        && thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  private CallLog log() {
    return new CallLog() {
      @Override
      public void ended(String account, String region, ApiCall call, long nanos, String outcome) {}

      @Override
      public void wasThrottled() {
        throttled.incrementAndGet();
      }

      @Override
      public void waited(long nanos) {
        waited.addAndGet(nanos);
      }
    };
  }
}
