package dev.hammer.core.issue;

/** The store cannot be used; the message says why and what to do. Nothing stored is lost. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  public StoreException(String message, String remedy, Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
  }

  public StoreException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }
}
