package dev.hammer.aws;

/** Where a call went that nobody answered: goes along with what ended the call. */
final class Unanswered extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unanswered(String host) {
    super(host, null, false, false);
  }

  /** The host, with its port unless it is the usual one. */
  String host() {
    return String.valueOf(getMessage());
  }
}
