package dev.hammer.app;

/** Why a command ends without doing what was asked; nothing was started or lost. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of end it is; each has one exit code. */
  public enum Kind {
    /** Wrong usage, configuration or filter, or a store that cannot be used. */
    USAGE,
    /** An account is not ready, or AWS does not answer. */
    INCOMPLETE,
    /** Not allowed. */
    REFUSED,
    /** Credentials missing, expired or rejected for the whole command. */
    NOBODY,
    /** No such issue, run, entry or check. */
    NOT_FOUND
  }

  private final Kind kind;
  private final String code;
  private final String remedy;

  /**
   * Names a failure.
   *
   * @param code for machines, such as {@code scope.account}
   * @param message what was tried, on what, where, and why it failed
   * @param remedy what to do; empty if the message says it all
   */
  public CommandFailure(Kind kind, String code, String message, String remedy) {
    super(message, null, false, false);
    this.kind = kind;
    this.code = code;
    this.remedy = remedy;
  }

  public Kind kind() {
    return kind;
  }

  public String code() {
    return code;
  }

  public String remedy() {
    return remedy;
  }
}
