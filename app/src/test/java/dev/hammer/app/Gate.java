package dev.hammer.app;

import dev.hammer.testing.stub.Question;
import dev.hammer.testing.stub.Script;
import dev.hammer.testing.stub.WireReply;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Holds the first answer back, so that a test decides in which order things happen. */
public final class Gate implements Script, AutoCloseable {
  private final AtomicBoolean first = new AtomicBoolean(true);
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch opened = new CountDownLatch(1);

  @Override
  public WireReply answer(Question question) {
    if (first.getAndSet(false)) {
      arrived.countDown();
      await(opened);
    }
    return question.truth();
  }

  /** Waits until somebody stands before it. */
  public void awaitArrival() {
    await(arrived);
  }

  public void open() {
    opened.countDown();
  }

  @Override
  public void close() {
    open();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the test ended first", stopped);
    }
  }
}
