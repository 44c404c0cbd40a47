package dev.hammer.testing;

import dev.hammer.demo.EmulatorUnavailable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one emulator and stub of this JVM, empty and in the same state each time. */
public final class MotoExtension implements ParameterResolver, BeforeEachCallback {
  private static final Namespace NAMESPACE = Namespace.create(MotoExtension.class);

  @Override
  public void beforeEach(ExtensionContext context) {
    aws(context).reset();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(MotoAws.class);
  }

  @Override
  public MotoAws resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return aws(context);
  }

  /** Kept in the root's store, which closes it after the last test. */
  private static MotoAws aws(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(MotoAws.class, _ -> started(), MotoAws.class);
  }

  private static MotoAws started() {
    try {
      return MotoAws.start();
    } catch (EmulatorUnavailable e) {
      throw new IllegalStateException(
          "No emulator: run ./verify, or leave its tests out with -Dwithout.moto. "
              + String.valueOf(e.getMessage()).replace('\n', ' '),
          e);
    }
  }
}
