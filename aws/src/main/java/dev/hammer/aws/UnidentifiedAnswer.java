package dev.hammer.aws;

/** A success that carries no request id: whoever sent it, it was not AWS. */
final class UnidentifiedAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnidentifiedAnswer() {
    super("a success without request id", null, false, false);
  }
}
