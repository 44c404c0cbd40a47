package dev.hammer.stores.sqlite;

/** A stored row that cannot be understood. */
final class UnreadableRowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadableRowException(String column, RuntimeException cause) {
    super("column " + column + ": " + cause.getMessage(), cause);
  }
}
