package dev.hammer.testing;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Refuses every request that would leave this machine, before it is sent. */
public final class LoopbackOnly implements ExecutionInterceptor {
  static final String LOOPBACK = "127.0.0.1";

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    String host = context.httpRequest().host();
    if (!host.equals(LOOPBACK)) {
      throw new IllegalStateException("A test was about to call " + host);
    }
  }
}
