package dev.hammer.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Turns Ctrl-C and a request to terminate into an interruption of the working thread, so that it
 * ends in order and keeps what is done. The second one leaves at once.
 */
public final class Interrupts implements AutoCloseable {
  private static final AtomicReference<@Nullable Exit> LAST = new AtomicReference<>();

  private final Thread worker;
  private final List<Restore> restores = new ArrayList<>();
  private volatile boolean finishing;

  private Interrupts(Thread worker) {
    this.worker = worker;
    handle("INT", Exit.INTERRUPTED);
    handle("TERM", Exit.TERMINATED);
  }

  /** Interrupts the calling thread from now on, until closed. */
  public static Interrupts ofThisThread() {
    return new Interrupts(Thread.currentThread());
  }

  /** How the process ends after an interruption. */
  public static Exit exit() {
    Exit last = LAST.get();
    return last == null ? Exit.INTERRUPTED : last;
  }

  /** The work is done; a late signal must not disturb what remains. */
  public void finishing() {
    finishing = true;
  }

  @Override
  public void close() {
    restores.forEach(Restore::run);
    var _ = Thread.interrupted();
  }

  private void signalled(Exit exit) {
    if (LAST.getAndSet(exit) != null) {
      Runtime.getRuntime().halt(exit.code());
    }
    if (!finishing) {
      worker.interrupt();
    }
  }

  /** Puts the earlier handler back. */
  private interface Restore extends Runnable {}

  /**
   * The JDK's signal class has no public replacement and warns at compile time, so it is reached by
   * name. Where it is missing, a signal just ends the process; every unit is stored by itself.
   */
  private void handle(String signal, Exit exit) {
    try {
      Class<?> signalType = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Object wanted = signalType.getConstructor(String.class).newInstance(signal);
      InvocationHandler onSignal =
          (proxy, method, args) ->
              switch (method.getName()) {
                case "handle" -> {
                  signalled(exit);
                  yield null;
                }
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> System.identityHashCode(proxy) == System.identityHashCode(args[0]);
                default -> "signal handler";
              };
      Object handler =
          Proxy.newProxyInstance(
              handlerType.getClassLoader(), new Class<?>[] {handlerType}, onSignal);
      var install = signalType.getMethod("handle", signalType, handlerType);
      Object before = install.invoke(null, wanted, handler);
      restores.add(() -> restore(install, wanted, before));
    } catch (ReflectiveOperationException unsupported) {
      restores.clear();
    }
  }

  private static void restore(Method install, Object signal, Object handler) {
    try {
      install.invoke(null, signal, handler);
    } catch (ReflectiveOperationException gone) {
      throw new IllegalStateException("cannot restore a signal handler", gone);
    }
  }
}
