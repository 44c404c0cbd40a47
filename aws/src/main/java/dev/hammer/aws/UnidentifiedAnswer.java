package dev.hammer.aws;

/** A success without request id, without body, or with a page for people: it was not AWS. */
final class UnidentifiedAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnidentifiedAnswer() {
    super("a success without request id", null, false, false);
  }
}
