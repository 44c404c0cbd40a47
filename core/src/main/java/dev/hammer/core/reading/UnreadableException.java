package dev.hammer.core.reading;

/**
 * What decides a verdict could not be read. The only exception used as an answer: the one place
 * that runs checks turns it into an unknown verdict, so no check can forget that third answer.
 */
public final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ReadFailure failure;

  public UnreadableException(ReadFailure failure) {
    super(failure.call() + ": " + failure.detail(), null, false, false);
    this.failure = failure;
  }

  public ReadFailure failure() {
    return failure;
  }
}
