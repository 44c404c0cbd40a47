package dev.hammer.aws;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Has every request that is sent, retries included, take its token, and tells the log of it. */
record Attempts(Governor governor, CallLog log) implements ExecutionInterceptor {
  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    try {
      governor.sending();
    } catch (InterruptedException stopped) {
      throw Attempts.<RuntimeException>unchanged(stopped);
    }
    log.sent();
  }

  /**
   * The SDK declares no exception here, but must see that the thread was interrupted: only it knows
   * whether its own timeout did that, or somebody who wants the call to end.
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the type says nothing checked
  private static <E extends Exception> E unchanged(InterruptedException stopped) throws E {
    throw (E) stopped;
  }
}
