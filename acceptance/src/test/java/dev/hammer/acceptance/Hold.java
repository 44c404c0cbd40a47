package dev.hammer.acceptance;

import dev.hammer.testing.stub.Question;
import dev.hammer.testing.stub.Script;
import dev.hammer.testing.stub.WireReply;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes the true answers to the first few calls and keeps them back until told otherwise: AWS as it
 * was, told late.
 */
final class Hold implements Script, AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;

  private final int calls;
  private final AtomicInteger met = new AtomicInteger();
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  private Hold(int calls) {
    this.calls = calls;
  }

  static Hold first(int calls) {
    return new Hold(calls);
  }

  static Hold all() {
    return new Hold(Integer.MAX_VALUE);
  }

  @Override
  public WireReply answer(Question question) {
    WireReply truth = question.truth();
    if (met.incrementAndGet() <= calls) {
      arrived.countDown();
      await(released);
    }
    return truth;
  }

  /** Waits until so many calls are held, or were. */
  void awaitCalls(int wanted) {
    Patience.until(() -> met.get() >= wanted, () -> met.get() + " calls came, not " + wanted);
  }

  /** Waits until the first call is held. */
  void awaitCall() {
    await(arrived);
  }

  void release() {
    released.countDown();
  }

  @Override
  public void close() {
    release();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("nothing came in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
