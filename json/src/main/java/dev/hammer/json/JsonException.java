package dev.hammer.json;

/** A text that is not JSON as Hammer accepts it, and where it stops being so. */
public final class JsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final int line;
  private final int column;

  JsonException(String problem, int line, int column, Throwable cause) {
    super(problem + " at line " + line + ", column " + column, cause);
    this.problem = problem;
    this.line = line;
    this.column = column;
  }

  /** What is wrong, without the place. */
  public String problem() {
    return problem;
  }

  /** Line of the problem, from 1. */
  public int line() {
    return line;
  }

  /** Column of the problem, from 1. */
  public int column() {
    return column;
  }
}
