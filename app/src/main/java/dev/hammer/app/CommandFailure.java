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
  private final String file;
  private final int line;
  private final int column;

  /**
   * Names a failure.
   *
   * @param code for machines, such as {@code scope.account}
   * @param message what was tried, on what, where, and why it failed
   * @param remedy what to do; empty if the message says it all
   */
  public CommandFailure(Kind kind, String code, String message, String remedy) {
    this(kind, code, message, remedy, "", 0, 0);
  }

  private CommandFailure(
      Kind kind, String code, String message, String remedy, String file, int line, int column) {
    super(message, null, false, false);
    this.kind = kind;
    this.code = code;
    this.remedy = remedy;
    this.file = file;
    this.line = line;
    this.column = column;
  }

  /** The same failure, at a place in a file, counted from 1. */
  public CommandFailure at(String name, int lineNumber, int columnNumber) {
    return new CommandFailure(
        kind, code, String.valueOf(getMessage()), remedy, name, lineNumber, columnNumber);
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

  /** The file it is about; empty if it is about none. */
  public String file() {
    return file;
  }

  /** The line in the file, or 0. */
  public int line() {
    return line;
  }

  /** The column in the line, or 0. */
  public int column() {
    return column;
  }
}
