package dev.hammer.app;

import dev.hammer.core.issue.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A real store in which something happens just before one kind of call. */
public final class Interposed {
  private Interposed() {}

  /** Runs the step before each call of the method; what the step throws, the call throws. */
  public static Store before(Store store, String method, Runnable step) {
    return (Store)
        Proxy.newProxyInstance(
            Store.class.getClassLoader(),
            new Class<?>[] {Store.class},
            (_, called, arguments) -> {
              if (called.getName().equals(method)) {
                step.run();
              }
              try {
                return called.invoke(store, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }
}
