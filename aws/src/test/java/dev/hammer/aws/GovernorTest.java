package dev.hammer.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hammer.core.reading.ApiCall;
import dev.hammer.core.reading.ReadFailure;
import dev.hammer.core.reading.UnreadableException;
import dev.hammer.core.resource.AccountId;
import dev.hammer.core.resource.Region;
import dev.hammer.testing.stub.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GovernorTest {
  private final ScheduledExecutorService timer = Timers.start();
  private final Governor governor = new Governor(Budget.THIRD, Ticker.of(timer), CallLog.NONE);

  @AfterEach
  void endTimer() {
    governor.close();
    timer.shutdownNow();
  }

  @Test
  void eightCallsOfAServiceAreOnTheWireAndNeverMore() throws Exception {
    try (var aws = new StubAws()) {
      Service.EC2.script(aws.stub().scripts());
      aws.stub().delay(Duration.ofMillis(20));
      AwsScope scope = aws.scope();
      together(60, () -> Service.EC2.count(scope));
      assertThat(aws.stub().calls().size()).isEqualTo(60);
      assertThat(aws.stub().calls().mostInFlight()).isBetween(4, 8);
    }
  }

  @Test
  void sixtyFourCallsInAllAreOnTheWireAndNeverMore() throws Exception {
    try (var aws = new StubAws()) {
      Service.EC2.script(aws.stub().scripts());
      aws.stub().delay(Duration.ofMillis(100));
      AccountAccess access = aws.own();
      List<Callable<Integer>> calls = new ArrayList<>();
      for (int region = 1; region <= 12; region++) {
        AwsScope scope = access.in(Region.of("eu-test-" + region));
        for (int call = 0; call < 16; call++) {
          calls.add(() -> Service.EC2.count(scope));
        }
      }
      together(calls);
      assertThat(aws.stub().calls().size()).isEqualTo(192);
      assertThat(aws.stub().calls().mostInFlight()).isBetween(16, 64);
      assertThat(aws.stub().calls().all()).allMatch(call -> call.status() == 200);
      assertThat(aws.stub().calls().all().stream().map(Call::region).distinct()).hasSize(12);
    }
  }

  @Test
  void accountRegionAndServiceHavePlacesOfTheirOwn() throws Exception {
    var inside = new CountDownLatch(4 * 8);
    Callable<Boolean> wait =
        () -> {
          inside.countDown();
          inside.await();
          return true;
        };
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      calls.add(() -> within("1", "eu", "ec2", wait));
      calls.add(() -> within("2", "eu", "ec2", wait));
      calls.add(() -> within("1", "us", "ec2", wait));
      calls.add(() -> within("1", "eu", "iam", wait));
    }
    assertThat(together(calls)).hasSize(32).allMatch(done -> done);
  }

  /** Seven places stay taken, so that those who wait come through the eighth one by one. */
  @Test
  void whoWaitsLongestGoesFirst() throws Exception {
    var seven = new CountDownLatch(1);
    var eighth = new CountDownLatch(1);
    Queue<Integer> order = new ConcurrentLinkedQueue<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      fill(threads, 7, seven);
      fill(threads, 1, eighth);
      List<Thread> waiting = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        int nth = i;
        waiting.add(
            Thread.ofVirtual()
                .start(() -> unchecked(() -> within("a", "r", "s", () -> order.add(nth)))));
        await(waiting.getLast(), Thread.State.WAITING);
      }
      eighth.countDown();
      for (Thread one : waiting) {
        one.join();
      }
      seven.countDown();
    }
    assertThat(List.copyOf(order)).hasSize(20).isSorted();
  }

  @Test
  void interruptedWaiterLeavesTheQueueAndFreesNothingItDidNotHold() throws Exception {
    var open = new CountDownLatch(1);
    var stopped = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      fill(threads, 8, open);
      Thread waiting =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      within("a", "r", "s", () -> true);
                    } catch (InterruptedException expected) {
                      stopped.incrementAndGet();
                    } catch (Exception other) {
                      throw new AssertionError(other);
                    }
                  });
      await(waiting, Thread.State.WAITING);
      waiting.interrupt();
      waiting.join();
      assertThat(stopped).hasValue(1);
      open.countDown();
    }
    var inside = new CountDownLatch(8);
    assertThat(
            together(
                8,
                () ->
                    within(
                        "a",
                        "r",
                        "s",
                        () -> {
                          inside.countDown();
                          inside.await();
                          return true;
                        })))
        .hasSize(8);
  }

  @Test
  void failedCallFreesItsPlace() {
    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(
              () ->
                  within(
                      "a",
                      "r",
                      "s",
                      () -> {
                        throw new IllegalStateException("no");
                      }))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  /** Sixty-four outer calls hold every place there is, and each asks for one more. */
  @Test
  void callWithinACallNeverWaitsForAPlace() throws Exception {
    var full = new CountDownLatch(64);
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      String region = "r" + i / 8;
      calls.add(
          () ->
              within(
                  "a",
                  region,
                  "s3",
                  () -> {
                    full.countDown();
                    full.await();
                    return within("a", region, "s3", () -> true);
                  }));
    }
    assertThat(together(calls)).hasSize(64).allMatch(done -> done);
  }

  @Test
  void facetAskedFromWithinACallIsAnswered() {
    try (var aws = new StubAws()) {
      Service.EC2.script(aws.stub().scripts());
      Service.IAM.script(aws.stub().scripts());
      AwsScope scope = aws.scope();
      int both =
          scope.ask(Service.IAM.call(), () -> Service.EC2.count(scope) + Service.IAM.count(scope));
      assertThat(both).isEqualTo(4);
    }
  }

  @Test
  void failureWithinACallStaysWhatItWas() {
    try (var aws = new StubAws()) {
      AwsScope scope = aws.scope();
      ReadFailure failure =
          StubAws.failureOf(
              () ->
                  scope.ask(
                      Service.IAM.call(),
                      () -> {
                        throw new UnreadableException(
                            ReadFailure.of(Service.EC2.call(), ReadFailure.Kind.DENIED, "denied"));
                      }));
      assertThat(failure.call()).isEqualTo(Service.EC2.call());
      assertThat(failure.kind()).isEqualTo(ReadFailure.Kind.DENIED);
    }
  }

  @Test
  void accountThatWasLeftCanBeEnteredAgain() throws Exception {
    AccountId account = StubAws.MEMBER;
    assertThat(within(account.id(), "r", "s", () -> 1)).isEqualTo(1);
    governor.forget(account.id());
    assertThat(within(account.id(), "r", "s", () -> 2)).isEqualTo(2);
  }

  /** A call that AWS publishes no rate for. */
  private <T> T within(String account, String region, String service, Callable<T> call)
      throws Exception {
    return governor.within(account, region, ApiCall.of(service, "-"), call);
  }

  private void fill(ExecutorService threads, int count, CountDownLatch open)
      throws InterruptedException {
    var inside = new CountDownLatch(count);
    for (int i = 0; i < count; i++) {
      threads.execute(
          () ->
              unchecked(
                  () ->
                      within(
                          "a",
                          "r",
                          "s",
                          () -> {
                            inside.countDown();
                            open.await();
                            return true;
                          })));
    }
    inside.await();
  }

  private static <T> List<T> together(int count, Callable<T> call) throws Exception {
    return together(Collections.nCopies(count, call));
  }

  private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> call : threads.invokeAll(calls)) {
        results.add(call.get());
      }
      return results;
    }
  }

  private static void unchecked(Callable<?> call) {
    try {
      call.call();
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  private static void await(Thread thread, Thread.State state) {
    while (thread.getState() != state) {
      Thread.onSpinWait();
    }
  }
}
