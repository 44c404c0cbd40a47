package dev.hammer.app;

import dev.hammer.core.issue.Store;
import dev.hammer.core.issue.StoreException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A store whose process is killed at one of its writes: nothing reaches the real store from then
 * on, not even what would tidy up.
 */
public final class MortalStore {
  private static final Set<String> WRITES =
      Set.of(
          "begin",
          "plan",
          "forget",
          "apply",
          "applyPart",
          "record",
          "end",
          "claim",
          "finish",
          "release",
          "beat",
          "clearLedger");

  private final Store real;
  private final int lastWrite;
  private final boolean diesAfter;
  private final AtomicInteger writes = new AtomicInteger();

  /**
   * Makes a store that dies.
   *
   * @param lastWrite number of the write at which it dies, from 1
   * @param diesAfter whether that write is still made
   */
  public MortalStore(Store real, int lastWrite, boolean diesAfter) {
    this.real = real;
    this.lastWrite = lastWrite;
    this.diesAfter = diesAfter;
  }

  /** A store that lives, and counts its writes. */
  public static MortalStore counting(Store real) {
    return new MortalStore(real, Integer.MAX_VALUE, false);
  }

  public int writes() {
    return writes.get();
  }

  public Store store() {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (_, called, arguments) -> {
              int number =
                  WRITES.contains(called.getName()) ? writes.incrementAndGet() : writes.get();
              boolean isLast = number == lastWrite && WRITES.contains(called.getName());
              if (number > lastWrite || (number == lastWrite && !isLast)) {
                throw killed();
              }
              if (isLast && !diesAfter) {
                throw killed();
              }
              Object answer;
              try {
                answer = called.invoke(real, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
              if (isLast) {
                throw killed();
              }
              return answer;
            });
  }

  private static StoreException killed() {
    return new StoreException("killed", "none");
  }
}
