package dev.hammer.policy;

/** What is wrong with a policy text and where; never leaves the parser. */
final class Malformed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int line;
  private final int column;

  Malformed(String why, Json.Position at) {
    super(why, null, false, false);
    this.line = at.line();
    this.column = at.column();
  }

  ParsedPolicy.Unparsable asOutcome() {
    return new ParsedPolicy.Unparsable(String.valueOf(getMessage()), line, column);
  }
}
